import type { BlockLink } from './block.js';
import { attribute, isSilent, tagOf, type MarkupNode } from './markup-node.js';
import { withoutBlanks } from '../punctuation.js';

/** A line break in the source of a page between Chinese characters is no blank. */
const SOFT_BREAK = /([\p{Script=Han}，。；：、])[ \t]*[\r\n]\s*(?=[\p{Script=Han}，。；：、])/gu;

/** Elements that begin a new line inside an item or a cell. */
const BREAK = /^(br|p|div|li|tr|dt|dd|h[1-6])$/u;

/** Collects the words of one line of markup, its links, and what is bold at its beginning. */
export class Line {
  readonly links: BlockLink[] = [];
  readonly #resolve: (address: string) => string;
  #text = '';
  #bold = '';
  #depth = 0;
  #isBold = true;

  constructor(resolve: (address: string) => string) {
    this.#resolve = resolve;
  }

  /** The words. Line breaks separate paragraphs. */
  get text(): string {
    return this.#text.split('\n').map(withoutBlanks).filter(Boolean).join('\n');
  }

  /** The bold words at the beginning. */
  get bold(): string {
    return withoutBlanks(this.#bold);
  }

  /** True for a line that can be a heading. */
  get isShort(): boolean {
    return this.#text.length <= 60 && !/[。；;，,.]\s*$/u.test(this.#text) && !this.links.length;
  }

  /** Adds the text of a text node. */
  add(text: string): void {
    const words = text.replace(SOFT_BREAK, '$1').replace(/\s+/gu, ' ');
    if (this.#depth) {
      if (this.#isBold) this.#bold += words;
    } else if (words.trim()) this.#isBold = false;
    this.#text += words;
  }

  /** Notes a link or bold words while their text is read. */
  within(node: MarkupNode, read: () => void): void {
    const tag = tagOf(node);
    const isStrong =
      tag === 'strong' ||
      tag === 'b' ||
      /font-weight\s*:\s*(bold|[6-9]00)/iu.test(attribute(node, 'style'));
    const start = this.#text.length;
    if (isStrong) this.#depth += 1;
    read();
    if (isStrong) this.#depth -= 1;
    if (tag !== 'a') return;
    const address = attribute(node, 'href');
    const text = withoutBlanks(this.#text.slice(start)) || attribute(node, 'title');
    if (address && text) this.links.push({ text, address: this.#resolve(address) });
  }

  /** Adds everything in a node. Paragraphs and items inside begin new lines. */
  addAll(node: MarkupNode): void {
    for (const child of node.childNodes) {
      const tag = tagOf(child);
      if (tag === '#text') this.add(child.nodeValue ?? '');
      else if (isSilent(child)) continue;
      else if (BREAK.test(tag)) {
        this.#break();
        this.addAll(child);
        this.#break();
      } else this.within(child, () => this.addAll(child));
    }
  }

  #break(): void {
    if (this.#text.trim()) this.#text += '\n';
    // Only the first line can have a title.
    if (this.#text.trim() && this.#text.trim() !== this.#bold.trim()) this.#isBold = false;
  }
}
