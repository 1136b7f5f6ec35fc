import { MEMBERS } from './definitions.js';
import type { Agency } from './model.js';
import { fits, hasHoles, hasOwn, typeOf, type Schema } from './schema.js';

/** Copies the members that the schema knows. */
function read(schema: Schema, value: unknown, isTop = false): unknown {
  const { type, properties, required, items, minItems, pattern, minimum, check } = schema;
  const insist = (holds: unknown): void => {
    if (!holds) throw new Error('not in the full form');
  };
  let result = value;
  insist(typeOf(value) === type);
  if (properties) {
    const known: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(value as object)) {
      if (hasOwn(properties, name)) known[name] = read(properties[name]!, member);
      else insist(isTop && MEMBERS.includes(name));
    }
    insist(required?.every((name) => name in known) ?? true);
    result = known;
  } else if (items) {
    const list = value as unknown[];
    insist(list.length >= (minItems ?? 0) && !hasHoles(list));
    result = list.map((item) => read(items, item));
  } else {
    insist(!pattern || fits(pattern, value as string));
    insist(!((value as number) < minimum!));
    insist(schema.enum?.includes(value as string) ?? true);
  }
  check?.(result as never, () => insist(false));
  return result;
}

/**
 * Reads an agency in the full form, as files of the library have it. Elements do this at once.
 * Anything else, right or wrong, is for `parse`, which loads on demand.
 *
 * @param part - the agency with the parts to read
 * @param value - what `JSON.parse` returned
 * @returns the agency; `undefined` if it is not in the full form
 */
export function readFullForm(part: Schema, value: unknown): Agency | undefined {
  try {
    return read(part, value, true) as Agency;
  } catch {
    // Also thrown by a value of a script that cannot be read.
    return undefined;
  }
}
