import type { Block, BlockLink } from './block.js';
import { unbroken } from './broken-lines.js';
import { linksInLine } from './link-lines.js';
import { withoutBlanks } from '../punctuation.js';

/** Signs before the items of a list that has no numbers. */
const BULLET = /^(?:[•·●○◆◇■□▪▶►➢*–—-]|\uf0b7|\uf06c)\s*(?=\S)/u;

/** `[name](address)` of Markdown, and `<address>`. */
const MARKED = /\[([^[\]]+)\]\(([^)\s]{1,2000})\)/gu;

function blockOfLine(line: string, list: number): Block {
  const links: BlockLink[] = [];
  const plain = line.replace(MARKED, (_, text: string, address: string) => {
    links.push({ text, address });
    return text;
  });
  const cells = plain
    .split(/[\t|｜]/u)
    .map(withoutBlanks)
    .filter((cell) => cell && !/^[-:]+$/u.test(cell));
  const text = withoutBlanks(plain);
  const marked = /^(#{1,6})\s+(.+)$/u.exec(text);
  if (marked) return { kind: 'heading', level: marked[1]!.length, text: marked[2]! };
  if (!links.length) {
    links.push(...linksInLine(text.replace(BULLET, '')));
  }
  const more = links.length ? { links } : {};
  if (cells.length > 1) return { kind: 'row', text: cells.join(' '), cells, ...more };
  if (BULLET.test(text)) return { kind: 'item', text: text.replace(BULLET, ''), list, ...more };
  return { kind: 'paragraph', text, ...more };
}

/**
 * Reads plain text: each line is a paragraph. Lines that begin with a bullet are items, lines with
 * tabs or `|` are rows, and `# …` is a heading.
 */
export function blocksOfText(text: string): Block[] {
  const lines = unbroken(text.replace(/\r\n?|\u2028|\u2029|\f|\v/gu, '\n').split('\n'));
  const blocks: Block[] = [];
  let list = 0;
  for (const line of lines) {
    if (!withoutBlanks(line)) continue;
    const isFirst = blocks[blocks.length - 1]?.kind !== 'item';
    if (BULLET.test(withoutBlanks(line)) && isFirst) list += 1;
    const block = blockOfLine(line, list);
    if (block.text) blocks.push(block);
  }
  return blocks;
}
