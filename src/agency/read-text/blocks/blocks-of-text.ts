import type { Block, BlockLink } from './block.js';
import { unbroken } from './broken-lines.js';
import { withoutBlanks } from '../punctuation.js';

/** Signs before the items of a list that has no numbers. */
const BULLET = /^(?:[•·●○◆◇■□▪▶►➢*–—-]|\uf0b7|\uf06c)\s*(?=\S)/u;

/** The address of a page or of a mail box. */
const ADDRESS =
  /(?:https?:\/\/|mailto:|tel:|www\.)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>"|]+/iu;

/** `[name](address)` of Markdown, and `<address>`. */
const MARKED = /\[([^\]]+)\]\(([^)\s]+)\)/gu;

/** What stands between the name of a link and its address. */
const BETWEEN = /[\s:：|｜\-–—=→>（(<【[]+$/u;

/** Reads `名称 网址`, `名称：网址`, `Name – https://…` and `https://… 名称`. */
export function linkInLine(text: string): BlockLink | undefined {
  const match = ADDRESS.exec(text);
  if (!match) return undefined;
  const written = match[0].replace(/[.,;)\]]+$/u, '');
  const before = text.slice(0, match.index).replace(BETWEEN, '').trim();
  const after = text
    .slice(match.index + written.length)
    .replace(/^[\s>）)\]】，。；;,.]+/u, '')
    .trim();
  const address = /^www\./iu.test(written) ? `http://${written}` : written;
  if (before && after) return undefined;
  return { text: before || after.replace(/^[:：|\-–—\s]+/u, ''), address };
}

function blockOfLine(line: string, list: number): Block {
  const links: BlockLink[] = [];
  const plain = line.replace(MARKED, (_, text: string, address: string) => {
    links.push({ text, address });
    return text;
  });
  const cells = plain
    .split(/\t+|\s*[|｜]\s*/u)
    .map(withoutBlanks)
    .filter((cell) => cell && !/^[-:]+$/u.test(cell));
  const text = withoutBlanks(plain);
  const marked = /^(#{1,6})\s+(.+)$/u.exec(text);
  if (marked) return { kind: 'heading', level: marked[1]!.length, text: marked[2]! };
  const found = links.length ? undefined : linkInLine(text);
  if (found?.text) links.push({ ...found, text: found.text.replace(BULLET, '') });
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
