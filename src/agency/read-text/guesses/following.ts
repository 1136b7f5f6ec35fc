/* Finds the pieces that belong to the line before them. */
import type { Placed } from '../pieces/duty-runs.js';
import { isRankOpening } from '../agency/rank-outline.js';

/** The pieces after one, until one does not fit. */
export function after(
  pieces: readonly Placed[],
  piece: Placed,
  fits: (piece: Placed) => boolean,
): Placed[] {
  const rest = pieces.slice(pieces.indexOf(piece) + 1);
  const end = rest.findIndex((one) => !fits(one));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The tiers on lines of their own after the line that leads to them: “警衔设下列五等十三级：”. */
export const tiersAfter = (pieces: readonly Placed[], piece: Placed): Placed[] =>
  isRankOpening(piece.text)
    ? after(
        pieces,
        piece,
        ({ number, block, text }) =>
          !isRankOpening(text) &&
          (!!number || block.kind === 'item' || /^[^。]{1,12}[：:]/u.test(text)),
      )
    : [];

/** The items of a list after the words that lead to it. */
export const itemsAfter = (pieces: readonly Placed[], piece: Placed): Placed[] =>
  /[:：]$/u.test(piece.text)
    ? after(pieces, piece, ({ block, part }) => block.kind === 'item' && part === piece.part)
    : [];
