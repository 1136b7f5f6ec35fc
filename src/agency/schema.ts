import type { Report } from './references.js';

/** The keywords of JSON Schema that the definitions use. They are generated from the model. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  /** Forms that a value may have; absent if it has one. */
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Name of the rule that a text follows. Sentences about a wrong text name it. */
  readonly rule?: string;
  /** Checks what JSON Schema cannot express. */
  readonly check?: (value: never, report: Report) => void;
}

/** Returns the JSON type of a value. */
export function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value;
}

/** True if an object has a member itself. Data may have one called `constructor`. */
export const hasOwn = (object: object, name: string): boolean =>
  Object.prototype.hasOwnProperty.call(object, name);

/** True for a list with holes, which no JSON has. There may be millions of them. */
export const hasHoles = (list: readonly unknown[]): boolean =>
  Object.keys(list).length < list.length;

/** Compiled patterns of the schema: few patterns, tested against hundreds of values. */
const expressions = new Map<string, RegExp>();

/** Tests a text. Its expression is compiled once. */
export function fits(pattern: string, text: string): boolean {
  const expression = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, expression);
  try {
    return expression.test(text);
  } catch {
    // Browsers give up on millions of characters. Words are words if both halves are; an address is not.
    const half = text.length >> 1;
    return fits(pattern, text.slice(0, half)) && fits(pattern, text.slice(half));
  }
}
