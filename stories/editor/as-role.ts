/* What becomes of a text when its author says what it is: a value is taken out of it, or put back. */
import { linkInLine } from '../../src/agency/read-text/blocks/link-lines.js';
import { dayOf } from '../../src/agency/read-text/days.js';
import { levelIn, statusIn } from '../../src/agency/read-text/guesses/standing.js';
import type { Passage, Role } from '../../src/agency/read-text/read-text.js';

/** What a document prints before a value: 联系电话：, Address: */
const LABEL = /^([^：:\n]{1,16})[：:](?!\/\/)\s*(?=\S)/;

/** Fields whose values often stand behind a label. */
const LABELLED: readonly Role[] = [
  'category',
  'status',
  'level',
  'url',
  'telephone',
  'address',
  'opening-hours',
];

/** Takes the address out of a text such as `海关总署 http://www.customs.gov.cn/`. */
function withAddress(passage: Passage): Passage {
  const link = passage.address ? undefined : linkInLine(passage.text);
  return link ? { ...passage, ...link } : passage;
}

/** Takes a value out of its text, which stays beside it. */
function withValue(passage: Passage, text: string, label?: string): Passage {
  if (text === passage.text) return passage;
  return { ...passage, text, from: passage.from ?? passage.text, label: label ?? '' };
}

/** Puts the text back that a value was taken out of. */
function withText(passage: Passage): Passage {
  const { from, label, ...plain } = passage;
  return from === undefined || label === undefined ? passage : { ...plain, text: from };
}

/** Makes a passage what its author says it is. */
export function as(role: Role, passage: Passage): Passage {
  const changed = { ...passage, role };
  if (role === 'link') return withAddress(withText(changed));
  if (role === 'as-of') return withValue(changed, dayOf(passage.text) ?? passage.text);
  if (!LABELLED.includes(role)) return withText(changed);
  const [found = '', label] = LABEL.exec(passage.text) ?? [];
  return withValue(changed, passage.text.slice(found.length), label);
}

/**
 * Finds status and level in a text that becomes the summary.
 *
 * @param has - true for a field that is filled in already
 */
export function standingIn(
  { text, role }: Passage,
  has: (role: Role) => boolean,
): readonly Omit<Passage, 'id'>[] {
  if (role !== 'summary') return [];
  const found = { status: statusIn(text), level: levelIn(text) };
  return (['status', 'level'] as const).flatMap((one) => {
    const value = has(one) ? undefined : found[one];
    return value ? [{ role: one, ...value }] : [];
  });
}
