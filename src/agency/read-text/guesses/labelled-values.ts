/* What a line of labels and values tells about the agency: “电话：… 地址：…”. */
import type { Role } from '../passage.js';
import type { Placed } from '../pieces/duty-runs.js';
import type { Labelled, LabelRole } from '../pieces/label-words.js';

/** A value for a passage. */
interface Value {
  readonly role: Role;
  readonly text: string;
  readonly label: string;
}

const firstOf = (pieces: readonly Placed[], role: LabelRole): Labelled | undefined =>
  pieces
    .flatMap(({ labelled = [] }) => labelled)
    .find((one) => one.role === role && one.value !== '');

/** Writes the source of a page: its heading, the publisher, and the day. */
function sourceOf(publisher: string, pieces: readonly Placed[]): string {
  const heading = pieces.find(({ block }) => block.kind === 'heading')?.text;
  const title = heading === publisher ? undefined : heading;
  return [title, publisher, firstOf(pieces, 'published')?.value].filter(Boolean).join('\n');
}

/** The day of a page says nothing about the last check: it belongs to the source. */
function published({ value, label }: Labelled, pieces: readonly Placed[]): Value[] {
  // A source that is named has the day too.
  if (firstOf(pieces, 'source')) return [];
  const text = sourceOf('', pieces);
  // A source has a title: without one, the day is left to a person.
  return [{ role: text === value ? 'unused' : 'source', text, label }];
}

/** Finds the values of a line. Telephones on one line are one value. */
export function labelledValues(piece: Placed, pieces: readonly Placed[]): Value[] {
  const { labelled = [], text } = piece;
  const telephones = labelled.filter(({ role }) => role === 'telephone');
  const gap = /\p{Script=Han}/u.test(text) ? '、' : ', ';
  return labelled.flatMap((one): Value[] => {
    const { role, value, label } = one;
    if (!role || !value) return [];
    if (role === 'published') return published(one, pieces);
    if (role === 'source') return [{ role, text: sourceOf(value, pieces), label }];
    if (role !== 'telephone') return [{ role, text: value, label }];
    if (one !== telephones[0]) return [];
    return [{ role, text: telephones.map((each) => each.value).join(gap), label }];
  });
}
