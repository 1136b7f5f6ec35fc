import { Agency } from '../definitions.js';
import { parseWith, type ParseOptions, type ParseResult } from './parse-part.js';

export { explain } from './explain.js';
export type { ParseOptions, ParseResult } from './parse-part.js';

/**
 * Turns a JSON value into an agency, or lists every problem that stops it.
 *
 * @param value - what `JSON.parse` returned
 */
export const parse = (value: unknown, options?: ParseOptions): ParseResult =>
  parseWith(Agency, value, options);
