import type { ReadAgency, ReadLink } from './agency-data.js';
import { dayOf } from '../days.js';
import { sourceParts } from './source-lines.js';
import { dutyOf } from './duty-text.js';
import type { Passage, Role } from '../passage.js';
import { ranksOf } from './rank-outline.js';

/** Reads a source. One without a title is a page of the office, and has its name. */
function sourceOf(text: string, name: string): ReadAgency['source'] {
  const { title, publisher, date, url, note } = sourceParts(text);
  const day = dayOf(date);
  return {
    title: title || name,
    ...(publisher.trim() && { publisher }),
    ...(day && { date: day }),
    ...(url && { url }),
    ...(note.trim() && { note }),
  };
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
