/* Finds the introduction of an office that stands below a title such as 某某局机构职能. */
import { isAbout } from './summary.js';
import type { Placed } from '../pieces/duty-runs.js';

/** Where an item of a list begins, or the line that leads to one: nothing that introduces. */
const isList = ({ number, block, isOpener, labelled }: Placed): boolean =>
  !labelled && (!!number || block.kind === 'item' || block.kind === 'row' || isOpener);

/**
 * Moves the paragraphs that say what the office is out of the duties: those between the first
 * heading of the page and the list, or the next heading. A page with a profile keeps its preamble.
 */
export function withIntroduction(pieces: readonly Placed[]): Placed[] {
  const title = pieces.findIndex(({ heading }) => heading);
  const part = pieces[title]?.part;
  const isDuties = pieces[title]?.section === 'duties';
  if (!isDuties || pieces.some(({ section }) => section === 'profile')) return [...pieces];
  if (pieces.slice(0, title).some((piece) => piece.isProse && isAbout(piece.text))) {
    return [...pieces];
  }
  const rest = pieces.slice(title + 1);
  const end = rest.findIndex((piece) => piece.part !== part || isList(piece));
  // The line of the page about itself, with its day, may stand between title and introduction.
  const opening = end < 0 ? [] : rest.slice(0, end).filter(({ labelled }) => !labelled);
  const first = opening.find(({ isProse }) => isProse);
  if (!first || !isAbout(first.text)) return [...pieces];
  return pieces.map((piece) =>
    opening.includes(piece) ? { ...piece, section: 'start' as const } : piece,
  );
}
