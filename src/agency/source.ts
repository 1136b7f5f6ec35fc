import { BUILT_IN_AGENCIES, builtInAddress } from './built-in.js';
import type { Problem } from './model.js';
import { problem } from './parse.js';

/** What an author wrote inside an element. */
export type Content =
  /** Nothing but blanks and comments. */
  | { readonly kind: 'nothing' }
  /** The parser of the page may still add to it. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'markup'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly expected: string };

/** Whether a page says anything; Lit makes `null` of an attribute that was taken away. */
export const isSaid = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined;

/** What a page says about the data of an element. */
export interface Statement {
  /** Property `data`. */
  readonly data: unknown;
  readonly src: string | null | undefined;
  readonly agency: string | null | undefined;
  readonly content: Content;
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

/** The value of `agency` that says that data is still to come. */
const NONE = 'none';

const AWAITED: Source = { kind: 'awaited', key: undefined };

const fault = (what: Problem): Source => ({ kind: 'fault', key: what.message, problem: what });

function addressOf(src: string, base: string): Source {
  try {
    if (src.trim()) return { kind: 'address', key: new URL(src, base).href };
  } catch {
    // Said below, as for an empty one.
  }
  return fault(problem('', 'format', 'src="https://example.org/agency.json"'));
}

function builtIn(agency: string, locale: string): Source {
  if (agency === NONE) return AWAITED;
  const key = builtInAddress(agency, locale);
  if (key) return { kind: 'address', key, set: agency };
  const accepted = [...BUILT_IN_AGENCIES, NONE].map((name) => `"${name}"`).join(' | ');
  return fault(problem('', 'format', `agency=${accepted}`));
}

function inside(content: Content, locale: string): Source {
  switch (content.kind) {
    case 'unfinished':
      return AWAITED;
    case 'json':
      try {
        const value = JSON.parse(content.text) as unknown;
        return { kind: 'value', key: content.text, value };
      } catch (error) {
        return fault(problem('', 'format', `JSON (${String(error)})`));
      }
    case 'markup':
      return { kind: 'value', key: JSON.stringify(content.value), value: content.value };
    case 'unreadable':
      return fault(problem('', 'markup', content.expected));
    case 'nothing':
      // Only an element that nobody has told anything shows the set that comes with the library.
      return builtIn('gacc', locale);
  }
}

/**
 * Where the data comes from: `.data`, else `src`, else the built-in set that `agency` names, else what stands inside
 * the element, else, when that is nothing at all, the set that comes with the library. An author who names a source or
 * writes something never gets the words of another agency, whether or not the source can be followed.
 */
export function sourceOf(statement: Statement): Source {
  const { data, src, agency, base, locale } = statement;
  if (data) return { kind: 'value', key: data, value: data };
  // `null`, and what templates make of it: an empty text in Preact, `false` of `loaded && agency`.
  if (data !== undefined) return AWAITED;
  if (isSaid(src)) return addressOf(src, base);
  if (isSaid(agency)) return builtIn(agency, locale);
  return inside(statement.content, locale);
}
