/* Reads the rows of tables, and definition lists: terms with their definitions. */
import type { Block, BlockLink } from './block.js';
import type { Line } from './line.js';
import { attribute, elementsOf, has, tagOf, type MarkupNode } from './markup-node.js';

/** How one document is looked at. */
export interface Look {
  /** True for what is passed over. */
  readonly isSilent: (node: MarkupNode) => boolean;
  /** Reads everything in a node as one line. */
  readonly lineOf: (node: MarkupNode) => Line;
}

/** Elements that a cell of a layout table has, and a cell of data has not. */
const LARGE = /^(h[1-6]|ul|ol|dl|table|article|section)$/u;

const rowOf = (cells: readonly string[], links: readonly BlockLink[]): Block => ({
  kind: 'row',
  text: cells.filter(Boolean).join(' '),
  cells,
  ...(links.length ? { links } : {}),
});

/** Reads a row; `undefined` if its table is for the layout, and its cells have to be read alone. */
export function rowOfTable(row: MarkupNode, { isSilent, lineOf }: Look): Block | undefined {
  const nodes = cellsOf(row).filter((cell) => !isSilent(cell));
  const lines = nodes.map(lineOf).filter(({ text }) => text);
  if (lines.length < 2 || nodes.some((cell) => has(cell, isLarge))) return undefined;
  return rowOf(
    lines.map(({ text }) => text),
    lines.flatMap(({ links }) => links),
  );
}

const isLarge = (node: MarkupNode): boolean => LARGE.test(tagOf(node));

/** The cells of a row. */
export const cellsOf = (row: MarkupNode): MarkupNode[] =>
  elementsOf(row).filter((cell) => /^t[dh]$/u.test(tagOf(cell)));

/** Reads a definition list: a row for each term, with all its definitions. */
export function rowsOfTerms(list: MarkupNode, { isSilent, lineOf }: Look): Block[] {
  const rows: Block[] = [];
  let cells: string[] = [];
  let links: BlockLink[] = [];
  const end = (): void => {
    if (cells.some(Boolean)) rows.push(rowOf(cells, links));
    cells = [];
    links = [];
  };
  const visit = (nodes: readonly MarkupNode[]): void => {
    for (const node of nodes) {
      const tag = tagOf(node);
      if (isSilent(node)) continue;
      if (tag === 'div') visit(elementsOf(node));
      if (tag !== 'dt' && tag !== 'dd') continue;
      const line = lineOf(node);
      const field = attribute(node, 'data-field');
      if (field) {
        if (line.text) rows.push({ ...rowOf(['', line.text], line.links), field });
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
  return rows;
}
