/* The short names by which the published files know the strings. */
import { createHash } from 'node:crypto';

/** A short hash of the identifier of a string: the same in the code that asks for it and in the translations. */
export const keyOf = (id) => createHash('sha256').update(id).digest('base64url').slice(0, 3);

/** The translations of a locale by their short keys. */
export function byKey(strings) {
  const keyed = {};
  for (const [id, text] of Object.entries(strings)) {
    const key = keyOf(id);
    if (key in keyed) throw new Error(`The string "${id}" has the key of another one; rename it.`);
    keyed[key] = text;
  }
  return keyed;
}
