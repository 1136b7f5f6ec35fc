/* What the script files in one page know about each other. */

/** One script file of the library in the page. */
export interface Copy {
  /** Version of the library in the file. */
  readonly version: string;
  /** Address of the file, or of its folder. */
  readonly address: string;
  /** True if nothing says where its folder is. Older versions do not tell. */
  readonly isGuess?: boolean;
  /** First part of its element names: `customs`, or the one that its address names. */
  readonly prefix: string;
  /** The widgets in the file, without a prefix: `duty-list`. */
  readonly widgets: readonly string[];
}

/** Shared by all copies. The first one watches the page for all of them. */
export interface PageRecord {
  /** Every script file of the library that has run, in order. */
  readonly copies: Copy[];
  /** Everything that a content security policy has blocked since the first file ran. */
  readonly violations: SecurityPolicyViolationEvent[];
  /** Fills the placeholders for which a copy is loaded. */
  fill?: () => void;
}

/** The number changes with the shape of the record, so incompatible versions do not share one. */
const KEY = Symbol.for('customs-widgets/page/1');

/** Returns the record of this page. */
export const pageRecord = (): PageRecord =>
  ((globalThis as never as Record<symbol, PageRecord | undefined>)[KEY] ??= {
    copies: [],
    violations: [],
  });
