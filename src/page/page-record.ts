/* What the script files in one page know of each other. */

/** One script file of the library in the page. */
export interface Copy {
  /** Version of the library in the file. */
  readonly version: string;
  /** Where the file came from. */
  readonly address: string;
  /** First part of the names of its elements: `customs`, or what the address asks for. */
  readonly prefix: string;
  /** The widgets in the file, without a prefix: `duty-list`. */
  readonly widgets: readonly string[];
}

/** Shared by all copies; the first one watches the page for all of them. */
export interface PageRecord {
  /** Every script file of the library that ran, in order. */
  readonly copies: Copy[];
  /** What a content security policy has blocked since the first file ran, whoever asked for it. */
  readonly violations: SecurityPolicyViolationEvent[];
  /** Fills the placeholders that the copies can fill by now. */
  fill?: () => void;
}

/** The number changes with the shape, so that versions which do not understand each other do not meet. */
const KEY = Symbol.for('customs-widgets/page/1');

/** The record of this page. */
export const pageRecord = (): PageRecord =>
  ((globalThis as never as Record<symbol, PageRecord | undefined>)[KEY] ??= {
    copies: [],
    violations: [],
  });
