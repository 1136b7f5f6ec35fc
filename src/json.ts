/** Takes a member itself, not what its `toJSON` makes of it. */
function ownValue(this: Record<string, unknown>, name: string): unknown {
  return this[name];
}

/**
 * Writes a value as JSON. Prototype.js up to 1.6 gives texts, numbers and lists a `toJSON` that
 * writes them as JSON too, so that a text would arrive in two pairs of quotation marks.
 *
 * @param indent - blanks for each level
 */
export const writeJson = (value: unknown, indent?: number): string =>
  // eslint-disable-next-line no-restricted-properties -- the only place that writes JSON
  JSON.stringify(value, ownValue, indent);
