import type { Block } from '../read-text/blocks/block.js';
import { dutyOf } from '../read-text/agency/duty-text.js';
import { numberOf } from '../read-text/numbers.js';

/** Headings of a table of duties. */
const TABLE_HEAD =
  /^(?:序号|编号|职[能责]|主要职[能责]|内容|说明|No\.?|Number|Duty|Description)$/iu;

const isNumber = (text: string): boolean =>
  numberOf(`${text}。`) !== undefined || /^\d+$/u.test(text);

/** Writes the cells of a row as the text of a duty: number, title, and what follows. */
function textOfRow(cells: readonly string[]): string {
  const [first = '', ...rest] = cells;
  if (cells.every((cell) => TABLE_HEAD.test(cell))) return '';
  return isNumber(first) && rest.length ? rest.join('\n') : cells.filter(Boolean).join('\n');
}

/** Finds the blocks that begin a duty, with their texts: items, else rows, numbers or headings. */
function beginnings(blocks: readonly Block[]): Map<Block, string> {
  const choices: readonly ((block: Block) => string)[] = [
    ({ kind, text }) => (kind === 'item' ? text : ''),
    ({ kind, cells = [] }) => (kind === 'row' ? textOfRow(cells) : ''),
    ({ kind, text }) => (kind === 'paragraph' && numberOf(text) ? text : ''),
    ({ kind, text, level = 0 }) => (kind === 'heading' && level > 2 ? text : ''),
  ];
  for (const textOf of choices) {
    const found = blocks.map((block) => [block, textOf(block)] as const).filter(([, text]) => text);
    if (found.length) return new Map(found);
  }
  return new Map();
}

/**
 * Reads duties: the items of lists, else the rows of a table or the terms of a definition list, else
 * numbered paragraphs, else headings with paragraphs. Paragraphs before them are the preamble;
 * paragraphs between two of them belong to the first.
 */
export function dutiesIn(blocks: readonly Block[], lang: string): object | undefined {
  const found = beginnings(blocks);
  const preamble: string[] = [];
  const duties: { block: Block; texts: string[] }[] = [];
  let waiting: string[] = [];
  for (const block of blocks) {
    const text = found.get(block);
    const last = duties[duties.length - 1];
    if (text !== undefined) {
      last?.texts.push(...waiting);
      waiting = [];
      duties.push({ block, texts: [text] });
    } else if (block.kind === 'paragraph') (last ? waiting : preamble).push(block.text);
  }
  const isHeaded = duties.some(({ block }) => block.kind === 'heading');
  // The last heading has its paragraph after it. After the last item stands something else.
  if (isHeaded) duties[duties.length - 1]!.texts.push(...waiting);
  if (!duties.length || (isHeaded && duties.every(({ texts }) => texts.length < 2)))
    return undefined;
  const items = duties.map(({ block: { bold }, texts }, index) => {
    const text = texts.join('\n');
    const isTitled = bold && text.slice(0, bold.length) === bold;
    const duty = isTitled
      ? { title: bold, text: text.slice(bold.length).trim() || undefined }
      : dutyOf(text, index + 1, lang);
    return { id: `duty-${index + 1}`, ...duty };
  });
  return { preamble, items };
}
