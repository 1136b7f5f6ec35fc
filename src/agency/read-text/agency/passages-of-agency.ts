import { SOURCE_PARTS, sourceText, type SourceParts } from './source-lines.js';
import { openingOf } from '../sentences.js';
import type { Passage, Role } from '../passage.js';

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, a number, or nothing. */
const wordsOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const isWideEnd = (text: string): boolean => /[\u3000-\u303f\uff00-\uff65]$/u.test(text);

/** Writes a duty as one text. A title that is not the first sentence stands on a line of its own. */
function textOfDuty(value: unknown): string {
  if (!isObject(value)) return wordsOf(value);
  const [number, title, text] = ['number', 'title', 'text'].map((key) => wordsOf(value[key]));
  const joined =
    title && text ? `${title}${isWideEnd(title) ? '' : ' '}${text}` : title || text || '';
  const opening = openingOf(joined);
  const isFound = !title || !text || (opening.title === title && opening.text === text);
  const whole = isFound ? joined : `${title}\n${text}`;
  return number ? `${number}${/[\w.]$/u.test(number) ? ' ' : ''}${whole}` : whole;
}

/** Writes a source as the lines of a passage. */
function textOfSource(value: unknown): string {
  if (!isObject(value)) return wordsOf(value);
  const parts = SOURCE_PARTS.map((part) => [part, wordsOf(value[part])]);
  return sourceText(Object.fromEntries(parts) as SourceParts).trim();
}

const stepsOf = (name: string, ranks: readonly string[]): string | undefined => {
  if (!name) return undefined;
  const isLatin = ranks.every((rank) => rank.startsWith(`${name}, `));
  const steps = ranks.map((rank) => {
    if (isLatin) return rank.slice(name.length + 2);
    return rank.endsWith(name) ? rank.slice(0, -name.length) : '';
  });
  if (!steps.every(Boolean)) return undefined;
  return isLatin ? `${name} (${steps.join(', ')})` : `${name}（${steps.join('、')}）`;
};

function textOfTier(value: unknown): string {
  if (!isObject(value)) return wordsOf(value);
  const nameOf = (rank: unknown): string =>
    isObject(rank) ? wordsOf(rank['name']) : wordsOf(rank);
  const names = listOf(value['ranks']).map(nameOf).filter(Boolean);
  const name = wordsOf(value['name']);
  const label = wordsOf(value['label']);
  const isWide = names.some((rank) => /\p{Script=Han}/u.test(rank));
  const ranks = stepsOf(name, names) ?? names.join(isWide ? '、' : ', ');
  return label ? `${label}${isWide ? '：' : ': '}${ranks}` : ranks;
}

/** Writes ranks as an outline: “关衔分别为一等：海关总监、海关副总监；二等：…。” */
function textOfRanks(value: unknown): string {
  const isList = !isObject(value);
  const tracks = isList ? [{ tiers: value }] : listOf(value['tracks']).filter(isObject);
  const outlines = tracks.map((track: Members) => listOf(track['tiers']).map(textOfTier));
  const isWide = /\p{Script=Han}/u.test(outlines.join(''));
  const texts = outlines.map((tiers) => tiers.join(isWide ? '；' : '; ') + (isWide ? '。' : '.'));
  if (isList) return texts.join('\n');
  const name = wordsOf(value['name']);
  if (tracks.length > 1) {
    return tracks
      .map((track, index) => `${wordsOf(track['name'])}${name}设下列等级：${texts[index]!}`)
      .join('\n');
  }
  const opening = wordsOf(value['summary']) || name;
  return `${opening}${isWide ? '分别为' : ' The ranks are as follows: '}${texts.join('')}`;
}

function linksOf(value: unknown): [Role, string, string?][] {
  let group = '';
  return listOf(value).flatMap((one): [Role, string, string?][] => {
    if (!isObject(one)) {
      const [, label = '', address = wordsOf(one)] = /^(.*?)\s*(\S+)$/u.exec(wordsOf(one)) ?? [];
      return [['link', label, address]];
    }
    const heading = wordsOf(one['group']);
    const opening: [Role, string][] = heading === group ? [] : [['link-group', heading]];
    group = heading;
    if ('links' in one) return [...opening, ...linksOf(one['links'])];
    return [...opening, ['link', wordsOf(one['label']), wordsOf(one['url'])]];
  });
}

/** The members that are one passage each, with their roles. */
const SINGLE: readonly (readonly [string, Role])[] = [
  ['name', 'name'],
  ['category', 'category'],
  ['status', 'status'],
  ['level', 'level'],
  ['url', 'url'],
  ['telephone', 'telephone'],
  ['address', 'address'],
  ['openingHours', 'opening-hours'],
  ['asOf', 'as-of'],
];

/**
 * Makes passages of an agency: the inverse of `agencyOf`. The identifiers of the passages are their
 * roles and positions, for example `duty-3`. What passages cannot say is not lost if the agency is
 * handed to `agencyOf` as `rest`. Never throws, whatever the value is.
 */
export function passagesOfAgency(agency: object): Passage[] {
  const members = isObject(agency) ? agency : {};
  const duties = members['duties'];
  const hasItems = isObject(duties);
  const found: [Role, string, string?][] = [
    ...SINGLE.slice(0, 4).map(([key, role]): [Role, string] => [role, wordsOf(members[key])]),
    ['summary', wordsOf(members['summary'])],
    ...listOf(members['overview']).map((one): [Role, string] => ['overview', wordsOf(one)]),
    ...listOf(hasItems ? duties['preamble'] : undefined).map((one): [Role, string] => [
      'preamble',
      wordsOf(one),
    ]),
    ...listOf(hasItems ? duties['items'] : duties).map((one): [Role, string] => [
      'duty',
      textOfDuty(one),
    ]),
    ['ranks', members['ranks'] === undefined ? '' : textOfRanks(members['ranks'])],
    ...linksOf(members['links']),
    ...SINGLE.slice(4).map(([key, role]): [Role, string] => [role, wordsOf(members[key])]),
    ['source', textOfSource(members['source'])],
  ];
  const counts = new Map<Role, number>();
  return found
    .filter(([role, text, address]) => text || address || role === 'link-group')
    .map(([role, text, address]) => {
      const count = (counts.get(role) ?? 0) + 1;
      counts.set(role, count);
      return { id: `${role}-${count}`, text, role, ...(address ? { address } : {}) };
    });
}
