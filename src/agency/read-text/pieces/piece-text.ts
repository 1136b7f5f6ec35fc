/* Writes the text of a passage from its pieces. */
import type { Placed } from './duty-runs.js';
import { withChinesePunctuation } from '../punctuation.js';

/** The lines of pieces that belong together. */
export const linesOf = (piece: Placed, tiers: readonly Placed[]): string =>
  [piece, ...tiers].map(({ text }) => text).join('\n');

/** Writes the items of a list behind the words that lead to it. */
export function withItems(text: string, items: readonly Placed[]): string {
  const isWide = text.endsWith('：');
  const list = items.map((item) => item.text).join(isWide ? '；' : '; ');
  return `${text}${isWide ? '' : ' '}${list}`.trim();
}

/** Puts a bold title on a line of its own. */
export function withBold({ block, number }: Placed, text: string): string {
  const bold = block.bold && withChinesePunctuation(block.bold);
  const body = number?.rest ?? text;
  if (!bold || !body.startsWith(bold) || /[。.]$/u.test(bold)) return text;
  const start = text.indexOf(bold) + bold.length;
  return `${text.slice(0, start)}\n${text.slice(start).trim()}`;
}
