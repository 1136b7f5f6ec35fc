/* Reads a file with an agency, as its author saved it: npx customs-widgets render --data. */
import type { AgencyInput } from '../agency/agency-input.js';
import { readFileSync } from 'node:fs';
import type { Finding } from '../agency/problem.js';
import { explain } from '../agency/parse/explain.js';
import { decodeText } from '../decode.js';
import { RenderError } from './render-error.js';

/**
 * Reads the data of a file.
 *
 * @param language - BCP 47 tag of the messages
 * @throws RenderError if the file is no text, or the text is not JSON of an object
 */
export function readData(file: string, language: string): AgencyInput {
  const bytes = readFileSync(file);
  const problem = ({ code, detail }: Pick<Finding, 'code' | 'detail'>): RenderError =>
    new RenderError(explain({ pointer: '', code, detail, value: file }, language));
  let text: string;
  try {
    text = decodeText(bytes);
  } catch {
    throw problem({ code: 'encoding', detail: '' });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem({ code: 'syntax', detail: text });
  }
  // What it holds is checked when it is rendered.
  if (typeof value === 'object' && value) return value as AgencyInput;
  throw new RenderError(explain({ pointer: '', code: 'format', detail: 'object' }, language));
}
