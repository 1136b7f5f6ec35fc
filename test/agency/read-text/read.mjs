/* Reads fixtures as the command does. */
import { readFileSync } from 'node:fs';
import { parse, parseFragment } from 'parse5';
import {
  agencyOf,
  blocksOfMarkup,
  blocksOfText,
  passagesOf,
} from '../../../dist/agency/read-text/read-text.js';

/** Lets a node of parse5 be read as markup. */
const fit = (node) => ({
  nodeName: node.nodeName,
  nodeValue: node.value ?? null,
  childNodes: (node.childNodes ?? []).map(fit),
  ...(node.attrs && {
    getAttribute: (name) => node.attrs.find((one) => one.name === name)?.value ?? null,
  }),
});

export const blocksOfPage = (html) => blocksOfMarkup(fit(parse(html)));

/** The markup of a part of a page, to be read. */
export const markupOf = (html) => fit(parseFragment(html));

export const blocksOfPart = (html, options) => blocksOfMarkup(markupOf(html), options);

/** The blocks of a fixture. Its first line, which says where it is from, is left out. */
export function blocksOfFile(url) {
  const text = readFileSync(url, 'utf8');
  const own = text.slice(text.indexOf('\n') + 1);
  return url.pathname.endsWith('.html') ? blocksOfPage(own) : blocksOfText(own);
}

export const agencyOfText = (text) => agencyOf(passagesOf(blocksOfText(text)));
