import type { Report } from './references.js';

/** The keywords of JSON Schema that the model uses; definitions.ts, which is made of it, is written in them. */
export interface Schema {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly pattern?: string;
  /** Shown to whoever wrote a value that does not match. */
  readonly examples?: readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What JSON Schema cannot say. */
  readonly check?: (value: never, report: Report) => void;
}
