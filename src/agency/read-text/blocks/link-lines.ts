/* Finds links in lines of plain text: names with addresses. */
import type { BlockLink } from './block.js';

const END_OF_HOST =
  '(?:cn|com|net|org|gov|edu|mil|int|info|hk|mo|tw|uk|us|eu|au|nz|ca|sg|ie|de|fr|jp)';

/** The address of a page or of a mail box, and the name of a host alone: jyt.sc.gov.cn. */
const ADDRESS = new RegExp(
  '(?:https?://|mailto:|tel:|www\\.)[^\\s\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef<>"|]+' +
    `|(?<=^|[\\s：:（(<])(?:[a-z\\d-]+\\.)+${END_OF_HOST}(?![\\w.@-])(?:/[\\w\\-./?=&%#]*)?`,
  'gu',
);

/** What stands between the name of a link and its address. */
const BETWEEN = /[\s:：|｜\-–—=→>（(<【[]+$/u;

/** What stands between an address and the next name. */
const AFTER = /^[\s>）)\]】，、。；;,.|｜:：\-–—]+/u;

/** Words before the names: 友情链接： */
const LEAD = /^.*[：:]\s*(?=\S)/su;

/** Longer words are a sentence around an address. */
const LONGEST_NAME = 40;

const complete = (address: string): string =>
  /^(?:https?:|mailto:|tel:)/iu.test(address) ? address : `http://${address}`;

/** The addresses of a text, with the words before each, and the words after the last. */
function addressesIn(text: string): { found: { before: string; address: string }[]; end: string } {
  let start = 0;
  const found = [...text.matchAll(new RegExp(ADDRESS.source, 'giu'))].flatMap((match) => {
    // Hosts are written in small letters; ASP.NET is none.
    const isHost = !/^(?:https?:|mailto:|tel:|www\.)/iu.test(match[0]);
    if (isHost && match[0] !== match[0].toLowerCase()) return [];
    const address = match[0].replace(/[.,;)\]]+$/u, '');
    const before = text.slice(start, match.index);
    start = match.index + address.length;
    return [{ before, address: complete(address) }];
  });
  return { found, end: text.slice(start) };
}

/** Reads `名称 网址`, `名称：网址`, `Name – https://…` and `https://… 名称`. */
export function linkInLine(text: string): BlockLink | undefined {
  const { found, end } = addressesIn(text);
  const [first] = found;
  if (!first || found.length > 1) return undefined;
  const before = first.before.replace(BETWEEN, '').trim();
  const after = end.replace(AFTER, '').trim();
  if (before && after) return undefined;
  return { text: before || after, address: first.address };
}

/** Reads all links of a line: `友情链接：甲 http://… 乙 http://…`. Empty for a sentence. */
export function linksInLine(text: string): BlockLink[] {
  const { found, end } = addressesIn(text);
  const one = linkInLine(text);
  if (found.length < 2) return one?.text ? [one] : [];
  const isNamedAfter = /[\p{L}\p{N}]/u.test(end) && /(?:^|[：:])\s*$/u.test(found[0]!.before);
  const gaps = [...found.map(({ before }) => before), end];
  const names = (isNamedAfter ? gaps.slice(1) : gaps.slice(0, -1)).map((gap) =>
    gap.replace(BETWEEN, '').replace(AFTER, '').replace(LEAD, '').trim(),
  );
  const isSentence =
    names.some((name) => name.length > LONGEST_NAME || /[。；！？]/u.test(name)) ||
    (!isNamedAfter && /[\p{L}\p{N}]/u.test(end));
  return isSentence ? [] : found.map(({ address }, index) => ({ text: names[index]!, address }));
}

/** Removes the addresses of a text. */
export const withoutAddresses = (text: string): string => {
  const { found, end } = addressesIn(text);
  return found.map(({ before }) => before).join(' ') + end;
};
