/* What the main thread and the thread of a SQLite file say to each other. */

/** How a thread opens the file. */
export interface Opening {
  path: string;
  isReader: boolean;
}

/** A statement to be run. */
export interface Order {
  /** Statements without values that come first, such as the beginning of a transaction. */
  before: readonly string[];
  sql: string;
  parameters?: readonly unknown[];
}

/** What a statement has read, or how many rows it has changed. */
export interface Rows {
  rows: unknown[];
  changes: number;
}

/** What a failure tells: `failures.ts` knows it by its codes. */
export interface Failure {
  message: string;
  code?: string | undefined;
  errcode?: number | undefined;
}

/** What came of an order. Answers come in the order of the orders. */
export type Answer = Rows | { failure: Failure; isInTransaction: boolean };
