import type { ReadAgency, ReadLink } from './agency-data.js';
import { dayOf } from '../days.js';
import { dutyOf } from './duty-text.js';
import type { Passage, Role } from '../passage.js';
import { ranksOf } from './rank-outline.js';

/** Reads the lines of a source: title, then publisher, day, address and note in any order. */
const ADDRESS = /^https?:\/\/\S+$/iu;
const FIGURES = /^[\d\s年月日./-]*$/u;

/** Reads a source. One without a title is a page of the office, and has its name. */
function sourceOf(text: string, name: string): ReadAgency['source'] {
  const all = text.split('\n');
  const hasTitle = !ADDRESS.test(all[0]!) && !FIGURES.test(all[0]!);
  const source: Record<string, string> = { title: hasTitle ? all[0]! : name };
  let isPublished = false;
  for (const line of all.slice(hasTitle || !all[0] ? 1 : 0)) {
    const day = FIGURES.test(line) ? dayOf(line) : undefined;
    if (day) source['date'] = day;
    else if (ADDRESS.test(line)) source['url'] = line;
    else {
      // An empty line keeps the place of the publisher before a note.
      if (line.trim()) source[isPublished ? 'note' : 'publisher'] = line;
      isPublished = true;
    }
  }
  return source as unknown as ReadAgency['source'];
}

function linksOf(passages: readonly Passage[]): ReadAgency['links'] {
  const all: (ReadLink | { group: string; links: ReadLink[] })[] = [];
  let group: { group: string; links: ReadLink[] } | undefined;
  for (const { role, text, address = '' } of passages) {
    // An empty heading ends a group: the links after it stand alone.
    if (role === 'link-group') {
      group = text ? { group: text, links: [] } : undefined;
      if (group) all.push(group);
    }
    if (role !== 'link' || !address) continue;
    (group?.links ?? all).push({ label: text || address, url: address });
  }
  const filled = all.filter((one) => !('group' in one) || one.links.length);
  return filled.length ? filled : undefined;
}

/**
 * Reads the agency that passages tell. What a role cannot hold is left out.
 *
 * @param lang - BCP 47 tag of the texts
 */
export function readAgency(passages: readonly Passage[], lang: string): ReadAgency {
  const filled = passages.filter(({ text, address }) => text.trim() || address);
  const textsOf = (role: Role): string[] =>
    filled.filter((passage) => passage.role === role).map(({ text }) => text.trim());
  const joined = (role: Role): string | undefined => textsOf(role).join('；') || undefined;
  const first = (role: Role): string | undefined => textsOf(role)[0];
  const listed = (role: Role): string[] | undefined =>
    textsOf(role).length ? textsOf(role) : undefined;
  const items = textsOf('duty').map((text, index) => dutyOf(text, index + 1, lang));
  const preamble = listed('preamble');
  const day = first('as-of');
  const source = first('source');
  return {
    lang,
    asOf: day && (dayOf(day) ?? day),
    source: source === undefined ? undefined : sourceOf(source, first('name') ?? source),
    name: first('name') ?? '',
    category: first('category'),
    status: first('status'),
    level: first('level'),
    summary: textsOf('summary').join('\n') || undefined,
    overview: listed('overview'),
    url: first('url'),
    telephone: joined('telephone'),
    address: joined('address'),
    openingHours: joined('opening-hours'),
    duties: items.length || preamble ? { ...(preamble ? { preamble } : {}), items } : undefined,
    ranks: ranksOf(textsOf('ranks').join('\n')),
    links: linksOf(passages),
  };
}
