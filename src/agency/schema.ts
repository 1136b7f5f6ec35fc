import type { Report } from './references.js';

/** The keywords of JSON Schema that definitions.ts uses. That file is generated from the model. */
export interface Schema {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly pattern?: string;
  /** Shown when a value does not match. */
  readonly examples?: readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Checks what JSON Schema cannot express. */
  readonly check?: (value: never, report: Report) => void;
}
