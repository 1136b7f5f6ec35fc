/* Finds the links of a piece, if it is made of links: words with a link in them are a text. */
import type { BlockLink } from '../blocks/block.js';
import { linkInLine, withoutAddresses } from '../blocks/link-lines.js';
import type { Placed } from './duty-runs.js';
import { withChinesePunctuation } from '../punctuation.js';
import { announced } from './section-words.js';

/** Links with the heading of their group. */
export interface LinkGroup {
  /** Heading of the links that follow. */
  readonly group?: string;
  readonly links: readonly BlockLink[];
}

/** What a piece that is made of links says. */
export interface PieceLinks {
  readonly groups: readonly LinkGroup[];
  /** Address of the official site. */
  readonly url?: string;
}

/** Headings that announce links, and name a group of them too. */
const OWN_GROUP = /^(?:政府|部门)网站$/u;

const OFFICIAL = /官方网站|官网|official (?:web ?)?site/iu;

/** Words before several links that say what they are: 友情链接, 口岸单位, Useful links. */
const GROUP = /(?:链接|网站|网址|导航|单位|部门|机构|平台|\b(?:links|sites|websites|agencies))$/iu;

/** Other words on a line of links, for example “(opens in new window)”. */
const LEAST_TEXT = 20;

/** Scripts, and places in the page itself, are no links. */
const isAddress = ({ address }: BlockLink): boolean =>
  !/^(?:#|(?:javascript|data|vbscript):)/iu.test(address);

const withoutBlanks = (text: string): string => text.replace(/[\s|｜·、,，;；]/gu, '');

/** What stands between links: signs of all kinds around words. */
const SIGNS = /^[\s|｜·、,，;；]+|[\s|｜·、,，;；]+$/gu;

const isGroupName = (text: string): boolean =>
  GROUP.test(text) || announced(text, false)?.section === 'links';

/** The links of a piece, with the punctuation of its text. */
const addressedIn = ({ block: { links = [] } }: Placed): BlockLink[] =>
  links.filter(isAddress).map((link) => ({ ...link, text: withChinesePunctuation(link.text) }));

/** Divides the links of a line at the labels between them: “上级部门：甲 乙　口岸单位：丙”. */
function groupsIn(
  text: string,
  links: readonly BlockLink[],
): { groups: LinkGroup[]; rest: string } {
  const groups: { group?: string; links: BlockLink[] }[] = [];
  let rest = '';
  let start = 0;
  const readWords = (end: number): void => {
    const words = withoutAddresses(text.slice(start, end)).replace(SIGNS, '');
    const label = /^(.{1,20})[：:]$/u.exec(words)?.[1];
    const group = label ?? (words && announced(words, false)?.section === 'links' ? words : '');
    if (group) groups.push({ group, links: [] });
    else if (/[\p{L}\p{N}]/u.test(words)) rest += words;
  };
  for (const link of links) {
    const place = text.indexOf(link.text, start);
    if (place >= 0) readWords(place);
    if (place >= 0) start = place + link.text.length;
    if (!groups.length) groups.push({ links: [] });
    groups[groups.length - 1]!.links.push(link);
  }
  readWords(text.length);
  return { groups: groups.filter((one) => one.links.length), rest };
}

/** Reads the links of a piece; `undefined` if it is a text. */
export function linksOf(piece: Placed): PieceLinks | undefined {
  const { text, section, heading } = piece;
  const links = addressedIn(piece);
  const isInLinks = section === 'links' && (!heading || OWN_GROUP.test(text));
  if (isInLinks && !links.length && text.length < 30) {
    return { groups: [{ group: text.replace(/[：:]$/u, ''), links }] };
  }
  const bare = linkInLine(text);
  // A line of plain text shows the address of its link.
  if (bare && links.length < 2) {
    const [, label = '', name = ''] = /^([^：:]{2,20})[：:]\s*(\S.*)$/u.exec(bare.text) ?? [];
    const isGroup = isInLinks ? !!label : isGroupName(label);
    if (isGroup) return { groups: [{ group: label, links: [{ ...bare, text: name }] }] };
    const url = !bare.text || OFFICIAL.test(text) ? { url: bare.address } : {};
    const all = links.length ? links : bare.text ? [bare] : [];
    return { groups: all.length ? [{ links: all }] : [], ...url };
  }
  if (!links.length) return undefined;
  const { groups, rest } = groupsIn(text, links);
  if (isInLinks) return rest.length <= LEAST_TEXT ? { groups } : undefined;
  return !rest && groups.every(({ group }) => group && isGroupName(group)) ? { groups } : undefined;
}

/**
 * The links of a piece that is not used: a person may find that it is a link after all. Several
 * links are each one of them if the piece has nothing else.
 */
export function spareLinksOf(piece: Placed): readonly BlockLink[] {
  const links = addressedIn(piece);
  if (links.length < 2) return links.map((link) => ({ ...link, text: piece.text }));
  const isOutside = links.every(({ address }) => /^https?:/iu.test(address));
  return isOutside && !groupsIn(piece.text, links).rest ? links : [];
}

/** True for an item that is a link and stands among no links: a menu of the page. */
export const isMenuItem = ({ block: { kind, text, links = [] }, section }: Placed): boolean =>
  kind === 'item' &&
  section !== 'duties' &&
  links.length > 0 &&
  withoutBlanks(text) === withoutBlanks(links.map((link) => link.text).join(''));
