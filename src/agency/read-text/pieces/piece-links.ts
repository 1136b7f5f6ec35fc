/* Finds the links of a piece, if it is made of links: words with a link in them are a text. */
import type { BlockLink } from '../blocks/block.js';
import { linkInLine } from '../blocks/blocks-of-text.js';
import type { Placed } from './duty-runs.js';
import { withChinesePunctuation } from '../punctuation.js';

/** What a piece that is made of links says. */
export interface PieceLinks {
  /** Heading of the links that follow. */
  readonly group?: string;
  readonly links: readonly BlockLink[];
  /** Address of the official site. */
  readonly url?: string;
}

/** Headings that announce links, and name a group of them too. */
const OWN_GROUP = /^(?:政府|部门)网站$/u;

const OFFICIAL = /官方网站|官网|official (?:web ?)?site/iu;

/** Scripts, and places in the page itself, are no links. */
const isAddress = ({ address }: BlockLink): boolean =>
  !/^(?:#|(?:javascript|data|vbscript):)/iu.test(address);

const withoutBlanks = (text: string): string => text.replace(/[\s|｜·、,，;；]/gu, '');

/** Reads the links of a piece; `undefined` if it is a text. */
export function linksOf(piece: Placed): PieceLinks | undefined {
  const { block, text, section, heading } = piece;
  const links = (block.links ?? [])
    .filter(isAddress)
    .map((link) => ({ ...link, text: withChinesePunctuation(link.text) }));
  const isInLinks = section === 'links' && (!heading || OWN_GROUP.test(text));
  if (isInLinks && !links.length && text.length < 30) {
    return { group: text.replace(/[：:]$/u, ''), links };
  }
  const bare = linkInLine(text);
  // A line of plain text shows the address of its link.
  if (bare && links.length < 2) {
    const url = !bare.text || OFFICIAL.test(text) ? { url: bare.address } : {};
    return { links: links.length ? links : bare.text ? [bare] : [], ...url };
  }
  const words = links.reduce((length, link) => length + withoutBlanks(link.text).length, 0);
  const isOnlyLinks = links.length > 0 && withoutBlanks(text).length <= words + 20;
  return isInLinks && isOnlyLinks ? { links } : undefined;
}

/** True for an item that is a link and stands among no links: a menu of the page. */
export const isMenuItem = ({ block: { kind, text, links = [] }, section }: Placed): boolean =>
  kind === 'item' &&
  section !== 'duties' &&
  links.length > 0 &&
  withoutBlanks(text) === withoutBlanks(links.map((link) => link.text).join(''));
