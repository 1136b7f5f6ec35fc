/* What is missing or doubtful, and where to mend it. */
import { linksInLine } from '../../src/agency/read-text/blocks/link-lines.js';
import { chineseValue } from '../../src/agency/read-text/numbers.js';
import type { Passage, ReadAgency, Role } from '../../src/agency/read-text/read-text.js';
import { isDay, yearBefore } from './days.js';
import type { Passages } from './passages.js';
import { sourceParts } from './source.js';

export type FindingKind =
  | 'no-name'
  | 'no-level'
  | 'unused-level'
  | 'no-status'
  | 'no-summary'
  | 'no-overview'
  | 'no-duties'
  | 'unused-links'
  | 'no-as-of'
  | 'no-source'
  | 'two-names'
  | 'two-of'
  | 'empty'
  | 'no-address'
  | 'wrong-address'
  | 'wrong-day'
  | 'future-day'
  | 'old-day'
  | 'unread-ranks'
  | 'fewer-ranks';

export interface Finding {
  readonly kind: FindingKind;
  /** True if the agency cannot be used without it. */
  readonly isNeeded: boolean;
  /** The passage to mend; absent when there is none yet. */
  readonly id?: string;
  /** The field to fill in. */
  readonly role: Role;
}

/** Fields of which an agency has one. Of more passages, only the first counts. */
const SINGLE: readonly Role[] = ['name', 'category', 'status', 'level', 'url', 'source', 'as-of'];

/** Fields of which an agency has many, so an empty one is a mistake. */
const LISTED: readonly Role[] = ['overview', 'preamble', 'duty', 'link'];

/** Fields that every Chinese agency has, and few others. */
const CHINESE: readonly Role[] = ['status', 'level'];

/** Characters that show nothing. */
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]/g;

const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i;

/** An address on the page's own site, for example `/zwgk/` or `list.html`. */
const RELATIVE = /^(?![a-z][a-z\d+.-]*:)(?!www\.)\S+$/i;

export const isBlank = (text: string): boolean => !text.replace(INVISIBLE, '');

const isAddress = (text: string): boolean => LINK_ADDRESS.test(text) || RELATIVE.test(text);

/** A level, wherever it stands: 正科级, 副厅级. */
const LEVEL = /(?:正|副)(?:省部|厅局|地厅|司局|县处|乡科|[部省厅局司处县科股])级/u;

/** How many ranks a text says to have: 五等十三级. */
const RANKS = /(?:[一二三四五六七八九十]+|\d+)等([一二三四五六七八九十]+|\d+)级/gu;

/** A text that is not used, and has what is missing. */
type Spare = readonly [FindingKind, (passage: Passage) => boolean];

const SPARE: Partial<Readonly<Record<Role, Spare>>> = {
  level: ['unused-level', ({ text }) => LEVEL.test(text)],
  link: ['unused-links', ({ text, address }) => !!address || linksInLine(text).length > 0],
};

/** True if a text says that there are more ranks than were read. */
function hasMoreRanks(texts: string, { ranks }: ReadAgency): boolean {
  const said = new Map([...texts.matchAll(RANKS)].map(([whole, count]) => [whole, count!]));
  const counts = [...said.values()].map((count) => Number(count) || chineseValue(count));
  const read = ranks?.tracks.flatMap(({ tiers }) => tiers.flatMap((tier) => tier.ranks)) ?? [];
  return counts.reduce((sum, count) => sum + count, 0) > read.length;
}

/** What an agency should have. */
function missing(passages: Passages, { lang = '' }: ReadAgency): readonly Finding[] {
  const has = (role: Role): boolean =>
    passages.some((passage) => passage.role === role && !isBlank(passage.text));
  const wanted: readonly (readonly [FindingKind, Role])[] = [
    ['no-name', 'name'],
    ['no-status', 'status'],
    ['no-level', 'level'],
    ['no-summary', 'summary'],
    ['no-overview', 'overview'],
    ['no-duties', 'duty'],
    ['no-as-of', 'as-of'],
    ['no-source', 'source'],
  ];
  const none = wanted
    .filter(([, role]) => !has(role) && (lang.startsWith('zh') || !CHINESE.includes(role)))
    .map(([kind, role]) => ({ kind, role, isNeeded: kind === 'no-name' }));
  const spare = (Object.entries(SPARE) as [Role, Spare][]).flatMap(([role, [kind, fits]]) => {
    const found = has(role)
      ? undefined
      : passages.find((one) => one.role === 'unused' && fits(one));
    return found ? [{ kind, role, id: found.id, isNeeded: false }] : [];
  });
  // What leads to the text replaces what only says that nothing is there.
  return [...none.filter(({ role }) => !spare.some((one) => one.role === role)), ...spare];
}

/** What is doubtful about the passages. */
function doubtful(passages: Passages, agency: ReadAgency, day: string): readonly Finding[] {
  const { ranks } = agency;
  const seen = new Set<Role>();
  const outlines = passages
    .filter(({ role }) => role === 'ranks')
    .map(({ text }) => text)
    .join('\n');
  return passages.flatMap(({ id, role, text, address = '' }): Finding[] => {
    // The elements refuse an agency with a wrong day or a wrong address of its site.
    const found = (kind: FindingKind): Finding[] => [
      {
        kind,
        id,
        role,
        isNeeded: kind === 'wrong-day' || (kind === 'wrong-address' && role === 'url'),
      },
    ];
    if (role === 'unused') return [];
    if (isBlank(text) && !(role === 'link' && address)) {
      return LISTED.includes(role) ? found('empty') : [];
    }
    if (SINGLE.includes(role) && seen.has(role)) {
      return found(role === 'name' ? 'two-names' : 'two-of');
    }
    seen.add(role);
    if (role === 'link' && !address.trim()) return found('no-address');
    if (role === 'link' && !isAddress(address.trim())) return found('wrong-address');
    if (role === 'url' && !/^https?:\/\/\S+$/i.test(text.trim())) return found('wrong-address');
    if (role === 'as-of' && !isDay(text.trim())) return found('wrong-day');
    if (role === 'as-of' && text.trim() > day) return found('future-day');
    if (role === 'as-of' && text.trim() < yearBefore(day)) return found('old-day');
    if (role === 'ranks' && !ranks) return found('unread-ranks');
    if (role === 'ranks' && hasMoreRanks(outlines, agency)) return found('fewer-ranks');
    const source = role === 'source' ? sourceParts(text) : undefined;
    return source && isBlank(source.title + source.publisher) ? found('no-source') : [];
  });
}

/**
 * Lists what is missing or doubtful, in the order of the fields.
 *
 * @param day - today, as an ISO 8601 date
 */
export const findingsOf = (
  passages: Passages,
  agency: ReadAgency,
  day: string,
): readonly Finding[] => [...missing(passages, agency), ...doubtful(passages, agency, day)];
