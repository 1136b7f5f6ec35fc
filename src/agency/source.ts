import { BUILT_IN_AGENCIES, builtInAddress } from './built-in.js';
import type { Problem, ProblemCode } from './model.js';
import { problem } from './parse.js';

/** Whether a page says anything; Lit makes `null` of an attribute that was taken away. */
const isSaid = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined;

/** What a page says about the data of an element. */
export interface Statement {
  /** Property `data`. */
  readonly data: unknown;
  readonly src: string | null | undefined;
  readonly agency: string | null | undefined;
  /** Reads what the author wrote inside; `undefined` when that is nothing but blanks and comments. */
  readonly content: () => Source | undefined;
  /** Address that `src` is relative to. */
  readonly base: string;
  /** Locale of a built-in set. */
  readonly locale: string;
}

/** Where the data of an element comes from. `key` tells one source from another. */
export type Source =
  /** The page will say so later. */
  | { readonly kind: 'awaited'; readonly key: undefined }
  /** `set`: the built-in set that is another file in another language. */
  | { readonly kind: 'address'; readonly key: string; readonly set?: string }
  | { readonly kind: 'value'; readonly key: unknown; readonly value: unknown }
  /** What the page says cannot be followed. */
  | { readonly kind: 'fault'; readonly key: string; readonly problem: Problem };

/** The source of a page that has not said it yet. */
export const AWAITED: Source = { kind: 'awaited', key: undefined };

/** What a page says, and cannot be followed. */
export function fault(code: ProblemCode, detail: string): Source {
  const found = problem('', code, detail);
  return { kind: 'fault', key: found.message, problem: found };
}

/** The value of `agency` that says that data is still to come. */
const NONE = 'none';

function addressOf(src: string, base: string): Source {
  try {
    if (src.trim()) return { kind: 'address', key: new URL(src, base).href };
  } catch {
    // Said below, as for an empty one.
  }
  return fault('format', 'src="https://example.org/agency.json"');
}

function builtIn(agency: string, locale: string): Source {
  if (agency === NONE) return AWAITED;
  const key = builtInAddress(agency, locale);
  if (key) return { kind: 'address', key, set: agency };
  const accepted = [...BUILT_IN_AGENCIES, NONE].map((name) => `"${name}"`).join(' | ');
  return fault('format', `agency=${accepted}`);
}

/**
 * Where the data comes from: `.data`, else `src`, else the built-in set that `agency` names, else what stands inside
 * the element, else, when that is nothing at all, the set that comes with the library. An author who names a source or
 * writes something never gets the words of another agency, whether or not the source can be followed.
 */
export function sourceOf({ data, src, agency, content, base, locale }: Statement): Source {
  if (data) return { kind: 'value', key: data, value: data };
  // `null`, and what templates make of it: an empty text in Preact, `false` of `loaded && agency`.
  if (data !== undefined) return AWAITED;
  if (isSaid(src)) return addressOf(src, base);
  if (isSaid(agency)) return builtIn(agency, locale);
  // Only an element that nobody has told anything shows the set that comes with the library.
  return content() ?? builtIn('gacc', locale);
}
