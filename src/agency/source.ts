import { explainUnset, type LibraryFile } from '../library-origin.js';
import { builtIn, builtInAgencies } from './built-in.js';
import { type ProblemCode, SourceFault } from './problem.js';

/** True when the attribute is present. Lit sets `null` when an attribute is removed. */
const isSaid = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined;

/** The data settings of an element, as the page states them. */
export interface Statement {
  /** Property `data`. */
  readonly data: unknown;
  readonly src: string | null | undefined;
  readonly agency: string | null | undefined;
  /** Reads what the author wrote inside; `undefined` if there is only white space or comments. */
  readonly content: () => Source | undefined;
  /** Base address for a relative `src`. */
  readonly base: string;
  /** Locale of a built-in data set. */
  readonly locale: string;
}

/** Where the data of an element comes from. `key` identifies the source. */
export type Source =
  /** The page will provide the data later. */
  | { readonly kind: 'awaited'; readonly key: undefined }
  | { readonly kind: 'address'; readonly key: string }
  /** `agency`: name of a data set of the library. It has one file for each language. */
  | {
      readonly kind: 'file';
      readonly key: string;
      readonly file: LibraryFile;
      readonly agency: string;
    }
  | { readonly kind: 'value'; readonly key: unknown; readonly value: unknown }
  /** The source is invalid. */
  | { readonly kind: 'fault'; readonly key: string; readonly fault: SourceFault };

/** Source of an element whose page provides the data later. */
export const AWAITED: Source = { kind: 'awaited', key: undefined };

/** Makes a source that only reports a problem. */
export function fault(code: ProblemCode, detail: string, value?: string): Source {
  const found = new SourceFault(code, detail, value);
  return { kind: 'fault', key: found.message, fault: found };
}

/**
 * Value of `.data` before anybody sets it. A framework that renders on a server may write an object
 * as text into an attribute `data`. Then the data will follow, and until then nothing else shows.
 */
export function unsetData(element: Element): null | undefined {
  if (!element.getAttribute('data')?.startsWith('[object')) return undefined;
  explainUnset(element);
  return null;
}

/** Value of `agency` that means: data will follow. */
const NONE = 'none';

function addressOf(src: string, base: string): Source {
  try {
    if (src.trim()) return { kind: 'address', key: new URL(src, base).href };
  } catch {
    // Falls through to the fault below, as an empty `src` does.
  }
  return fault('setting', '', `src="${src}"`);
}

function builtInSource(agency: string, locale: string): Source {
  if (agency === NONE) return AWAITED;
  const set = builtIn(agency, locale);
  if (!set) return fault('setting', [...builtInAgencies(), NONE].join(', '), `agency="${agency}"`);
  if ('given' in set) return { kind: 'value', key: set.given, value: set.given };
  return { kind: 'file', key: set.file.path, file: set.file, agency };
}

/**
 * Decides where the data comes from. The first of these wins: `.data`, `src`, the built-in set that
 * `agency` names, content inside the element, the default set of the library. An author who names a
 * source or writes content never sees the text of another agency, even if that source fails.
 */
export function sourceOf({ data, src, agency, content, base, locale }: Statement): Source {
  if (data) return { kind: 'value', key: data, value: data };
  // `null` means "data will follow". So do `''` (Preact) and `false` (from `loaded && agency`).
  if (data !== undefined) return AWAITED;
  if (isSaid(src)) return addressOf(src, base);
  if (isSaid(agency)) return builtInSource(agency, locale);
  // The default set appears only if the author provided nothing at all.
  return content() ?? builtInSource('gacc', locale);
}
