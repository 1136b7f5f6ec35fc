import type { AgencyData, DutiesData, DutyData, LinkData, LinkGroupData } from '../data.js';
import type { Agency, Duties, Duty, Link } from '../model.js';
import { isUsual, splitNumber } from './split-number.js';
import { sentencesOf } from '../read-text/sentences.js';
import { withoutEnd } from '../text-end.js';
import { completeRanks } from './complete-ranks.js';
import { isBlank, segment } from './validate.js';
import { completeSource, isoDay, siteAddress } from './written.js';

/** What the page knows and the data may leave out. */
export interface Surroundings {
  /** BCP 47 tag of the language of the texts. Default: `zh-Hans`. */
  readonly lang?: string | undefined;
  /** Address of the file or page that has the data. Relative addresses start there. */
  readonly base?: string | undefined;
}

/** Characters that turn the direction of the text around them, as a forged address would. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** No member of an agency is deeper. What is deeper is left out later, and may never end. */
const DEEPEST = 12;

/** Removes them, and white space around it, from every text of a value, and members without a value. */
function cleaned<Value>(value: Value, depth = 0): Value {
  if (typeof value === 'string') return value.replace(TURNING, '').trim() as Value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => cleaned<unknown>(item, depth + 1)) as Value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      isBlank(member) ? [] : [[name, cleaned<unknown>(member, depth + 1)]],
    ),
  ) as Value;
}

/** Reads a text as its paragraphs. */
const paragraphsOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean)
    : value;

function completeDuty(written: DutyData, position: number, lang: string): Duty {
  const duty = typeof written === 'string' ? { text: written } : written;
  const whole = 'text' in duty ? duty.text : undefined;
  const { number: found, rest } = splitNumber((duty.title ?? whole)!);
  const title = duty.title ? rest : (sentencesOf(rest)[0] ?? rest);
  const text = duty.title ? whole : rest.slice(title.length).trim();
  const number = duty.number ?? found;
  return {
    id: duty.id ?? `duty-${position}`,
    ...(number && !isUsual(number, position, lang) && { number }),
    title: title.trim(),
    ...(text && { text }),
  };
}

function completeDuties(written: readonly DutyData[] | DutiesData, lang: string): Duties {
  const { items, preamble, source } =
    'items' in written ? written : ({ items: written } as DutiesData);
  return {
    ...(preamble && { preamble: paragraphsOf(preamble) }),
    items: items.map((duty, index) => completeDuty(duty, index + 1, lang)),
    ...(source && { source: completeSource(source) }),
  };
}

/** Begins an address, absolute or relative, somewhere in a word. */
const BEGINNING = /(?:https?:\/\/|mailto:|tel:|www\.|\.{0,2}\/)(?=\S)/i;

/** Stands between a name and its address. */
const SEPARATOR = /[\s：:—–-]/;

/** Reads `首页 https://example.org/` as a link. Its address is empty if the text has none. */
export function linkOf(written: string): LinkData {
  const text = written.trim();
  const word = text.split(/\s/).pop()!;
  const found = BEGINNING.exec(word);
  const isFile = /.\.s?html?$/i.test(word) && !/^\w/.test(found?.[0] ?? '');
  if (!found && !isFile) return { label: written, url: '' };
  const url = isFile ? word : word.slice(found!.index);
  return { label: withoutEnd(text.slice(0, -url.length), SEPARATOR) || url, url };
}

type Entry = LinkData & LinkGroupData;

/** Lists links with their pointers, out of their groups. An entry of another kind has no address. */
export function linksOf(
  written: readonly unknown[],
  pointer = '/links',
  group?: string,
): { readonly link: LinkData; readonly pointer: string }[] {
  return written.flatMap((entry, index) => {
    const place = pointer + segment(index);
    const given: Partial<Entry> | null =
      typeof entry === 'string' ? linkOf(entry) : (entry as Partial<Entry> | null);
    // A group inside a group has no address.
    if (pointer === '/links' && Array.isArray(given?.links)) {
      return linksOf(given.links, `${place}/links`, given.group);
    }
    const { label = '', url = '' } = given ?? {};
    return [{ link: { ...(group && { group }), ...given, label, url }, pointer: place }];
  });
}

/** Puts links of a group next to each other, in the order of the first of each. */
function gathered(links: readonly Link[]): Link[] {
  const groups = new Map<string | undefined, Link[]>();
  for (const link of links) {
    const group = groups.get(link.group);
    if (group) group.push(link);
    else groups.set(link.group, [link]);
  }
  return [...groups.values()].flat();
}

/** An agency as people write it, without problems and without wrong links. */
export interface CheckedData extends Omit<AgencyData, 'links'> {
  readonly links?: readonly LinkData[] | undefined;
}

const hasRanks = (ranks: NonNullable<AgencyData['ranks']>): boolean =>
  !('length' in ranks) || ranks.length > 0;

/** Completes an agency as people write it. */
export function complete(written: CheckedData, { lang = 'zh-Hans' }: Surroundings): Agency {
  const {
    $schema: _,
    asOf,
    source,
    overview,
    url,
    telephone,
    duties,
    ranks,
    links,
    ...rest
  } = cleaned(written);
  const language = rest.lang ?? lang;
  return {
    ...rest,
    lang: language,
    ...(asOf && { asOf: isoDay(asOf) }),
    ...(source && { source: completeSource(source) }),
    ...(overview && { overview: paragraphsOf(overview) }),
    ...(url && { url: siteAddress(url) }),
    ...(telephone && { telephone: String(telephone) }),
    ...(duties && { duties: completeDuties(duties, language) }),
    ...(ranks && hasRanks(ranks) && { ranks: completeRanks(ranks, language) }),
    ...(links && { links: gathered(links) }),
  };
}
