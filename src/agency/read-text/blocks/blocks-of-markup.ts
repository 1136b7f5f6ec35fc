import type { Block } from './block.js';
import { attribute, tagOf, type MarkupNode } from './markup-node.js';
import { MarkupReading, type Page } from './markup-reading.js';
import { isMenu, mainOf } from './page-boxes.js';
import { withoutBlanks } from '../punctuation.js';

/** How markup is read. */
export interface MarkupOptions {
  /** Makes an address absolute. Default: it stays as written. */
  readonly resolve?: (address: string) => string;
}

/** Nodes that hold a whole page. Only there have boxes names like `menu`. */
const PAGE = /^(?:#document|html|body)$/u;

/** The metadata of Chinese government sites that tell where a page comes from. */
const METADATA: Readonly<Record<string, string>> = {
  contentsource: '来源',
  pubdate: '发布时间',
};

const textOf = (node: MarkupNode): string =>
  withoutBlanks([...node.childNodes].map((child) => child.nodeValue ?? textOf(child)).join(''));

function headOf(head: MarkupNode): Block[] {
  return [...head.childNodes].flatMap((node): Block[] => {
    if (tagOf(node) === 'title') return [{ kind: 'title', text: textOf(node) }];
    const label = METADATA[attribute(node, 'name').toLowerCase()];
    const content = withoutBlanks(attribute(node, 'content'));
    if (!label || !content) return [];
    return [{ kind: 'row', text: `${label}：${content}`, cells: [label, content] }];
  });
}

/**
 * Reads markup: a page, a part of one, or what was pasted from an office program. Scripts, menus
 * and what is hidden are passed over.
 */
export function blocksOfMarkup(
  node: MarkupNode,
  { resolve = (address) => address }: MarkupOptions = {},
): Block[] {
  const page: Page = { main: mainOf(node), isMenu, headOf };
  const isPage = PAGE.test(tagOf(node));
  return [...new MarkupReading(resolve, isPage ? page : undefined).read(node)];
}
