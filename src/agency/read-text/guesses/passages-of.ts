import type { Block } from '../blocks/block.js';
import { withClauses } from '../blocks/clauses.js';
import { Guessing } from './guessing.js';
import type { Passage } from '../passage.js';

/**
 * Guesses what each block of a document is. Nothing of the text is lost: what no role fits is
 * `unused`. Only menus, counters and other tools of the page are left out.
 */
export function passagesOf(blocks: readonly Block[]): Passage[] {
  let guessing = new Guessing(blocks);
  if (guessing.isWithoutDuties) guessing = new Guessing(blocks.flatMap(withClauses));
  const { found } = guessing;
  // A heading without links is no heading of links.
  const isGroup = (index: number): boolean => found[index + 1]?.role === 'link';
  return found.map((passage, index) => ({
    id: `passage-${index + 1}`,
    ...passage,
    ...(passage.role === 'link-group' && !isGroup(index) ? { role: 'unused' } : {}),
  }));
}
