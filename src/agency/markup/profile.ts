import type { Block } from '../read-text/blocks/block.js';

/** Labels of facts, and the members that hold them. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['telephone', /电话|热线|^(?:tele)?phone|^tel\b/iu],
  ['address', /地址|^address/iu],
  ['openingHours', /时间|\bhours$/iu],
  ['status', /性质|^status/iu],
  ['level', /级别|^level/iu],
];

/** A line with a label: “电话：0512-…”. */
const LABELLED = /^([^：:。，]{2,20})[：:]\s*(.+)$/u;

/** Reads the label and the value of a row or a line. */
function factOf({ text, cells }: Block): readonly [string, string] | undefined {
  const [, label, value] = cells ? ['', ...cells] : (LABELLED.exec(text) ?? []);
  const member = LABELS.find(([, words]) => words.test(label ?? ''))?.[0];
  return member && value ? [member, value] : undefined;
}

/** True for a paragraph that is nothing but links. */
const isLinks = ({ text, links = [] }: Block): boolean =>
  links.length > 0 &&
  text.replace(/[\s|｜·、]/gu, '') ===
    links
      .map((link) => link.text)
      .join('')
      .replace(/\s/gu, '');

/** The paragraphs. The items of a list join the one before them. */
function paragraphsIn(blocks: readonly Block[]): string[] {
  const paragraphs: string[] = [];
  for (const block of blocks) {
    if (isLinks(block) || factOf(block)) continue;
    if (block.kind === 'paragraph') paragraphs.push(block.text);
    else if (block.kind === 'item' && paragraphs.length) {
      paragraphs.push(`${paragraphs.pop()!}\n${block.text}`);
    }
  }
  return paragraphs;
}

/**
 * Reads a profile: the heading is the name, the first paragraph the summary, all of them the
 * overview, the first link the site. Facts stand in `data-field`, or behind a label: 电话：….
 */
export function profileIn(blocks: readonly Block[]): Record<string, unknown> | undefined {
  const heading = blocks.find(({ kind }) => kind === 'heading');
  if (!heading) return undefined;
  const facts: Record<string, string> = {};
  for (const block of blocks) {
    const [member, value] = block.field ? [block.field, block.text] : (factOf(block) ?? []);
    if (member && value) facts[member] ??= value;
  }
  const paragraphs = paragraphsIn(blocks);
  const site = blocks
    .flatMap(({ links = [] }) => links)
    .find(({ address }) => /^http/iu.test(address));
  return {
    name: heading.text,
    ...facts,
    summary: paragraphs[0],
    overview: paragraphs.length > 1 ? paragraphs : undefined,
    url: site?.address,
  };
}
