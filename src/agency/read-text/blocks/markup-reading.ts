import type { Block } from './block.js';
import { Line } from './line.js';
import { elementsOf, has, isSilent, tagOf, type MarkupNode } from './markup-node.js';
import { cellsOf, rowOfTable, rowsOfTerms, type Look } from './rows-of-markup.js';

/** What only the reading of a whole page knows. */
export interface Page {
  /** The box with the main content, if there is one. */
  readonly main: MarkupNode | undefined;
  /** True for boxes that have menus and tools. */
  readonly isMenu: (node: MarkupNode) => boolean;
  /** Reads the title and the metadata. */
  readonly headOf: (head: MarkupNode) => readonly Block[];
}

/** Elements that begin and end a paragraph. */
const BOX =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;

const isList = (node: MarkupNode): boolean => /^[uo]l$/u.test(tagOf(node));
const isLink = (node: MarkupNode): boolean => tagOf(node) === 'a';
const isHeaded = (node: MarkupNode): boolean => /^(h[1-6]|table|dl)$/u.test(tagOf(node));

/** Reads one document, or a part of one. */
export class MarkupReading {
  readonly #blocks: Block[] = [];
  readonly #look: Look;
  readonly #newLine: () => Line;
  readonly #page: Page | undefined;
  #line: Line;
  #isAside: boolean;
  #lists = 0;

  /**
   * @param resolve - makes an address absolute
   * @param page - what only the reading of a whole page knows
   */
  constructor(resolve: (address: string) => string, page?: Page) {
    this.#newLine = () => new Line(resolve);
    this.#line = this.#newLine();
    this.#page = page;
    this.#isAside = !!page?.main;
    this.#look = {
      isSilent: (node) => isSilent(node) || !!page?.isMenu(node),
      lineOf: (node) => {
        const line = this.#newLine();
        line.addAll(node);
        return line;
      },
    };
  }

  /** Reads the nodes in a node, and returns their blocks. */
  read(root: MarkupNode): readonly Block[] {
    this.#readAll(root.childNodes);
    this.#end();
    return this.#blocks;
  }

  /** Ends the paragraph that is being read. */
  #end(shape: Partial<Block> = {}): void {
    const line = this.#line;
    this.#line = this.#newLine();
    const { text, bold, links } = line;
    if (!text) return;
    // A bold line of its own is a heading to its author.
    const isHeading = bold === text && line.isShort && !shape.kind;
    this.#add({
      kind: isHeading ? 'heading' : 'paragraph',
      text,
      ...(isHeading ? { level: 7 } : {}),
      ...(bold && bold !== text ? { bold } : {}),
      ...(links.length ? { links } : {}),
      ...shape,
    });
  }

  #add(block: Block): void {
    this.#blocks.push(this.#isAside ? { ...block, aside: true } : block);
  }

  #readAll(nodes: Iterable<MarkupNode>): void {
    for (const node of nodes) this.#read(node);
  }

  #read(node: MarkupNode): void {
    const tag = tagOf(node);
    if (tag === '#text') this.#line.add(node.nodeValue ?? '');
    else if (tag === 'head') for (const block of this.#page?.headOf(node) ?? []) this.#add(block);
    else if (tag === 'br') this.#end();
    else if (this.#look.isSilent(node)) return;
    else if (BOX.test(tag)) this.#readBox(node, tag);
    else this.#line.within(node, () => this.#readAll(node.childNodes));
  }

  #readBox(node: MarkupNode, tag: string): void {
    this.#end();
    const wasAside = this.#isAside;
    if (node === this.#page?.main) this.#isAside = false;
    if (/^h[1-6]$/u.test(tag)) this.#readLine(node, { kind: 'heading', level: Number(tag[1]) });
    else if (isList(node)) this.#readList(node);
    else if (tag === 'dl') for (const row of rowsOfTerms(node, this.#look)) this.#add(row);
    else if (tag === 'tr') this.#readRow(node);
    else this.#readAll(node.childNodes);
    this.#end();
    this.#isAside = wasAside;
  }

  /** Reads an element as one line, whatever is in it. */
  #readLine(node: MarkupNode, shape: Partial<Block>): void {
    this.#line.addAll(node);
    this.#end(shape);
  }

  #readList(list: MarkupNode): void {
    const shape = { kind: 'item', list: (this.#lists += 1) } as const;
    for (const item of elementsOf(list)) {
      if (tagOf(item) !== 'li') this.#read(item);
      else if (!this.#look.isSilent(item)) this.#readItem(item, shape);
    }
  }

  /** Reads an item. A list of links inside it is a group with the text of the item as its heading. */
  #readItem(item: MarkupNode, shape: Partial<Block>): void {
    const hasLinks = has(item, (node) => isList(node) && has(node, isLink));
    if (!hasLinks && !has(item, isHeaded)) {
      this.#readLine(item, shape);
      return;
    }
    for (const child of item.childNodes) {
      if (isList(child)) this.#end({ kind: 'heading', level: 7 });
      this.#read(child);
    }
    this.#end(shape);
  }

  #readRow(row: MarkupNode): void {
    const block = rowOfTable(row, this.#look);
    if (block) this.#add(block);
    else this.#readCells(row);
  }

  #readCells(row: MarkupNode): void {
    for (const cell of cellsOf(row)) {
      if (this.#look.isSilent(cell)) continue;
      this.#readAll(cell.childNodes);
      this.#end();
    }
  }
}
