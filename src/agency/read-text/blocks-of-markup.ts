import type { Block, BlockLink } from './block.js';
import { Line } from './line.js';
import { attribute, isSilent, mainOf, tagOf, type MarkupNode } from './markup-node.js';
import { withoutBlanks } from './punctuation.js';

/** Elements that begin and end a paragraph. */
const BOX =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|#document|#document-fragment)$/u;

/** Elements that a cell of a layout table has, and a cell of data has not. */
const LARGE = /^(h[1-6]|ul|ol|dl|table|article|section)$/u;

/** The metadata of Chinese government sites that tell where a page comes from. */
const METADATA: Readonly<Record<string, string>> = {
  sitename: '网站名称',
  contentsource: '来源',
  pubdate: '发布时间',
};

const has = (node: MarkupNode, test: (node: MarkupNode) => boolean): boolean =>
  [...node.childNodes].some((child) => test(child) || has(child, test));

const elementsOf = (node: MarkupNode): MarkupNode[] =>
  [...node.childNodes].filter((child) => child.getAttribute);

/** Reads one document. */
class Reading {
  readonly blocks: Block[] = [];
  readonly #main: MarkupNode | undefined;
  #isAside: boolean;
  #lists = 0;
  #line = new Line();

  constructor(root: MarkupNode) {
    this.#main = mainOf(root);
    this.#isAside = !!this.#main;
    this.#read(root);
    this.#end();
  }

  /** Ends the paragraph that is being read. */
  #end(shape: Partial<Block> = {}): void {
    const line = this.#line;
    this.#line = new Line();
    if (!line.text) return;
    const { text, bold, links } = line;
    this.#add({
      // A bold line of its own is a heading to its author.
      ...(bold === text && line.isShort && !shape.kind
        ? { kind: 'heading', level: 7, text }
        : { kind: 'paragraph', text, ...(bold && bold !== text ? { bold } : {}) }),
      ...(links.length ? { links } : {}),
      ...shape,
    });
  }

  #add(block: Block): void {
    this.blocks.push(this.#isAside ? { ...block, aside: true } : block);
  }

  #readAll(nodes: Iterable<MarkupNode>): void {
    for (const node of nodes) this.#read(node);
  }

  #read(node: MarkupNode): void {
    const tag = tagOf(node);
    if (tag === '#text') {
      this.#line.add(node.nodeValue ?? '');
      return;
    }
    if (isSilent(node)) return;
    if (tag === 'head') {
      this.#readHead(node);
      return;
    }
    if (tag === 'br') {
      this.#end();
      return;
    }
    if (!BOX.test(tag)) {
      this.#line.within(node, () => this.#readAll(node.childNodes));
      return;
    }
    this.#end();
    const wasAside = this.#isAside;
    if (node === this.#main) this.#isAside = false;
    if (/^h[1-6]$/u.test(tag)) this.#readLine(node, { kind: 'heading', level: Number(tag[1]) });
    else if (tag === 'ul' || tag === 'ol') this.#readList(node);
    else if (tag === 'dl') this.#readTerms(node);
    else if (tag === 'tr') this.#readRow(node);
    else this.#readAll(node.childNodes);
    this.#end();
    this.#isAside = wasAside;
  }

  #readHead(head: MarkupNode): void {
    for (const node of head.childNodes) {
      if (tagOf(node) === 'title') this.#readLine(node, { kind: 'title' });
      const label = METADATA[attribute(node, 'name').toLowerCase()];
      const content = withoutBlanks(attribute(node, 'content'));
      if (!label || !content) continue;
      this.#add({ kind: 'row', text: `${label}：${content}`, cells: [label, content] });
    }
  }

  /** Reads an element as one line, whatever is in it. */
  #readLine(node: MarkupNode, shape: Partial<Block>): void {
    this.#line.addAll(node);
    this.#end(shape);
  }

  #readList(list: MarkupNode): void {
    const number = (this.#lists += 1);
    for (const item of elementsOf(list)) {
      if (tagOf(item) !== 'li') this.#read(item);
      else if (!isSilent(item)) this.#readItem(item, number);
    }
  }

  /** Reads an item. A list of links inside it is a group with the text of the item as its heading. */
  #readItem(item: MarkupNode, list: number): void {
    const isList = (node: MarkupNode): boolean => /^[uo]l$/u.test(tagOf(node));
    const isLink = (node: MarkupNode): boolean => tagOf(node) === 'a';
    const hasLinks = has(item, (node) => isList(node) && has(node, isLink));
    if (has(item, (node) => /^(h[1-6]|table|dl)$/u.test(tagOf(node)))) {
      this.#readAll(item.childNodes);
      this.#end({ kind: 'item', list });
      return;
    }
    if (!hasLinks) {
      this.#readLine(item, { kind: 'item', list });
      return;
    }
    for (const child of item.childNodes) {
      if (isList(child)) this.#end({ kind: 'heading', level: 7 });
      this.#read(child);
    }
    this.#end({ kind: 'item', list });
  }

  #readTerms(list: MarkupNode): void {
    let cells: string[] = [];
    let links: BlockLink[] = [];
    const end = (): void => {
      const text = cells.filter(Boolean).join(' ');
      if (text) this.#add({ kind: 'row', text, cells, ...(links.length ? { links } : {}) });
      cells = [];
      links = [];
    };
    const visit = (nodes: readonly MarkupNode[]): void => {
      for (const node of nodes) {
        const tag = tagOf(node);
        if (isSilent(node)) continue;
        if (tag === 'div') visit(elementsOf(node));
        if (tag !== 'dt' && tag !== 'dd') continue;
        const line = new Line();
        line.addAll(node);
        const field = attribute(node, 'data-field');
        if (field && line.text) {
          this.#add({ kind: 'row', text: line.text, cells: ['', line.text], field });
          continue;
        }
        if (tag === 'dt') end();
        else if (!cells.length) cells.push('');
        if (line.text) cells.push(line.text);
        links.push(...line.links);
      }
    };
    visit(elementsOf(list));
    end();
  }

  #readRow(row: MarkupNode): void {
    const nodes = elementsOf(row).filter((cell) => /^t[dh]$/u.test(tagOf(cell)) && !isSilent(cell));
    const lines = nodes.map((cell) => {
      const line = new Line();
      line.addAll(cell);
      return line;
    });
    const filled = lines.filter(({ text }) => text);
    // A table with boxes in its cells is for the layout.
    if (filled.length < 2 || nodes.some((cell) => has(cell, (node) => LARGE.test(tagOf(node))))) {
      for (const cell of nodes) {
        this.#readAll(cell.childNodes);
        this.#end();
      }
      return;
    }
    const cells = filled.map(({ text }) => text);
    const links = filled.flatMap((line) => line.links);
    this.#add({ kind: 'row', text: cells.join(' '), cells, ...(links.length ? { links } : {}) });
  }
}

/**
 * Reads markup: a page, a part of one, or what was pasted from an office program. Scripts, menus
 * and what is hidden are passed over.
 */
export const blocksOfMarkup = (node: MarkupNode): Block[] => new Reading(node).blocks;
