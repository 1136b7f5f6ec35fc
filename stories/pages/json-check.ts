/* Checks somebody's JSON: what is wrong with it, and where. */
import type { Agency, ParseResult, Problem } from 'customs-widgets';
import { NoJson, offsetOf, placeAt, placesOf, type Place } from './json-places.js';
import { markAt, wantedFor } from './json-punctuation.js';

/** One thing that is wrong. */
export type JsonProblem =
  /** It is a text for people, and no JSON at all. */
  | { readonly kind: 'text' }
  /** The text ends too early. */
  | ({ readonly kind: 'end' } & Place)
  /** It stops being JSON here. */
  | ({ readonly kind: 'syntax'; readonly found: string } & Place)
  /** A Chinese mark stands where JSON needs another. */
  | ({ readonly kind: 'mark'; readonly found: string; readonly wanted: string } & Place)
  /** It is JSON, and the library does not accept a value. */
  | ({ readonly kind: 'data'; readonly problem: Problem } & Partial<Place>);

/** The agency, or what is wrong. Neither for an empty text. */
export interface Checked {
  readonly agency?: Agency;
  /** What the text says, as it is written. */
  readonly value?: unknown;
  readonly problems: readonly JsonProblem[];
}

/** Reads a value as an agency. */
export type Parse = (value: unknown) => ParseResult;

function syntaxProblem(text: string, offset: number): JsonProblem {
  if (!/[{[｛［【]/.test(text)) return { kind: 'text' };
  const mark = markAt(text, offset);
  if (mark !== undefined) {
    const found = text.charAt(mark);
    return { kind: 'mark', found, wanted: wantedFor(found) ?? '', ...placeAt(text, mark) };
  }
  const rest = text.slice(offset);
  const place = placeAt(text, offset);
  // The author is still typing, or a quotation mark is missing at the very end.
  if (/^("[^"\n]*)?$/.test(rest)) return { kind: 'end', ...place };
  return { kind: 'syntax', found: rest.slice(0, 12).split('\n')[0] ?? '', ...place };
}

/**
 * Checks a typed text.
 *
 * @param parse - reads the value as an agency
 */
export function checkJson(text: string, parse: Parse): Checked {
  if (!text.trim()) return { problems: [] };
  try {
    const places = placesOf(text);
    const value: unknown = JSON.parse(text);
    const result = parse(value);
    if (result.ok) return { agency: result.agency, value, problems: [] };
    const problems = result.problems.map((problem): JsonProblem => ({
      kind: 'data',
      problem,
      ...placeAt(text, offsetOf(places, problem.pointer)),
    }));
    return { problems };
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    return { problems: [syntaxProblem(text, error.offset)] };
  }
}
