/* Checks somebody's JSON: what is wrong with it, and where. */
import type { Agency, ParseResult, Problem } from 'customs-widgets';
import { NoJson, placesOf, positionOf } from '../../src/agency/parse/json-places.js';
import { markAt, wantedFor } from './json-punctuation.js';

/** Line and column, counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong. */
export type JsonProblem =
  /** It is a text for people, and no JSON at all. */
  | { readonly kind: 'text' }
  /** The text ends too early. */
  | ({ readonly kind: 'end' } & Place)
  /** It stops being JSON here. */
  | ({ readonly kind: 'syntax'; readonly found: string } & Place)
  /** A comma stands behind the last value of a list or an object. */
  | ({ readonly kind: 'comma' } & Place)
  /** A Chinese mark stands where JSON needs another. */
  | ({ readonly kind: 'mark'; readonly found: string; readonly wanted: string } & Place)
  /** It is JSON, and the library does not accept a value. */
  | ({ readonly kind: 'data'; readonly problem: Problem } & Partial<Place>);

/** The agency, with what could not be used; or what is wrong. Nothing for an empty text. */
export interface Checked {
  readonly agency?: Agency;
  /** What the text says, as it is written. */
  readonly value?: unknown;
  readonly problems: readonly JsonProblem[];
}

/** Reads a value as an agency. */
export type Parse = (value: unknown) => ParseResult;

/** Finds the offset of a pointer. If its value is missing, the nearest value around it is used. */
function offsetOf(places: ReadonlyMap<string, number>, pointer: string): number {
  let nearest = pointer;
  while (nearest && !places.has(nearest)) nearest = nearest.slice(0, nearest.lastIndexOf('/'));
  return places.get(nearest) ?? 0;
}

function syntaxProblem(text: string, offset: number): JsonProblem {
  if (!/[{[｛［【]/.test(text)) return { kind: 'text' };
  const mark = markAt(text, offset);
  if (mark !== undefined) {
    const found = text.charAt(mark);
    return { kind: 'mark', found, wanted: wantedFor(found) ?? '', ...positionOf(text, mark) };
  }
  const rest = text.slice(offset);
  const comma = /,\s*$/.exec(text.slice(0, offset));
  // The fault is the comma, which may be on another line than the bracket.
  if (comma && /^[}\]]/.test(rest)) return { kind: 'comma', ...positionOf(text, comma.index) };
  const place = positionOf(text, offset);
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
    const problems = result.problems.map((problem): JsonProblem => ({
      kind: 'data',
      problem,
      ...positionOf(text, offsetOf(places, problem.pointer)),
    }));
    return result.ok ? { agency: result.agency, value, problems } : { problems };
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    return { problems: [syntaxProblem(text, error.offset)] };
  }
}
