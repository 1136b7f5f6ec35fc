/* Finds lists and tables of ranks below their heading: one rank a line, or a row for each grade. */
import { isTierLabel } from '../agency/rank-outline.js';
import type { Placed } from '../pieces/duty-runs.js';
import { after } from './following.js';

/** Longer lines are sentences about ranks. */
const LONGEST = 60;

/** Headings of columns with names of ranks, and of columns with grades. */
const RANK_COLUMN = /^(?:.{0,4}衔级?(?:名称)?|级别|名称|(?:rank|title)s?(?: names?)?|name)$/iu;
const GRADE_COLUMN = /^(?:等|等级|等次|衔等|层次|类别|grade|tier|class|level|category)s?$/iu;

/** A line or a row that can name ranks. */
const isName = ({ block, text, labelled, isProse, number }: Placed): boolean =>
  block.kind === 'row' ||
  (text.length <= LONGEST &&
    !labelled &&
    !block.links &&
    block.kind !== 'heading' &&
    (!isProse || !!number || block.kind === 'item' || /^[^。]{1,12}[：:]/u.test(text)) &&
    !/[：:]$/u.test(text));

/** The lines of the list below a heading of ranks. Empty if there is no list. */
export function rankLinesAfter(pieces: readonly Placed[], piece: Placed): Placed[] {
  if (piece.heading?.section !== 'ranks') return [];
  const lines = after(pieces, piece, (one) => one.part === piece.part && isName(one));
  return lines.length > 1 ? lines : [];
}

const joined = (cells: readonly string[]): string =>
  cells.join(/\p{Script=Han}/u.test(cells.join('')) ? '：' : ': ');

/** Writes a row as a tier: its grade and its ranks, or the rank alone. */
function textOfRow(cells: readonly string[], head: readonly string[]): string {
  const rank = head.findIndex((cell) => RANK_COLUMN.test(cell));
  const grade = head.findIndex((cell) => GRADE_COLUMN.test(cell));
  const [first = '', second = ''] = cells;
  if (rank >= 0) {
    const hasGrade = grade >= 0 && cells.length === head.length;
    return hasGrade ? joined([cells[grade]!, cells[rank]!]) : (cells[rank] ?? first);
  }
  const isTier = isTierLabel(first) || /[、，,]/u.test(second);
  return isTier ? joined(cells) : first;
}

/** Writes heading and list as an outline. */
export function textOfRankLines(heading: Placed, lines: readonly Placed[]): string {
  const rows = lines.flatMap(({ block }) => (block.cells ? [block.cells] : []));
  const isHead = (cells: readonly string[]): boolean =>
    cells.every((cell) => cell.length < 16) &&
    cells.some((cell) => RANK_COLUMN.test(cell) || GRADE_COLUMN.test(cell)) &&
    cells.length > 1;
  const head = rows[0] && isHead(rows[0]) ? rows[0] : [];
  const texts = lines
    .filter(({ block }) => block.cells !== head)
    .map(({ block, text }) => (block.cells ? textOfRow(block.cells, head) : text));
  return [heading.text, ...texts].join('\n');
}
