import type { RequestError } from '../request.js';
import { Agency as AgencySchema } from './definitions.js';
import type { Schema } from './schema.js';
import type { Agency, Problem, ProblemCode } from './model.js';

/** The agency, or every problem found in the value. */
export type ParseResult =
  | { readonly ok: true; readonly agency: Agency }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const SENTENCES: Readonly<Record<ProblemCode, string>> = {
  missing: 'a required value is missing',
  format: 'expected',
  reference: 'used twice, unknown or out of order:',
  markup: 'what stands inside cannot be read; expected',
  network: 'no answer from',
  status: 'the server answered with status',
};

/** Makes a problem with its English sentence for the console. */
export function problem(pointer: string, code: ProblemCode, detail = ''): Problem {
  const message = `${pointer || 'document'}: ${SENTENCES[code]} ${detail}`.trim();
  return { pointer, code, detail, message };
}

/** Reports a failed request as a problem of the whole document. */
export function problemOf({ kind, url, status }: RequestError): Problem {
  if (kind === 'status') return problem('', 'status', String(status));
  return kind === 'format' ? problem('', 'format', `JSON: ${url}`) : problem('', 'network', url);
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value;
}

/** Compiled patterns of the schema: few patterns, tested against hundreds of values. */
const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const expression = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, expression);
  return expression;
}

/** Copies the members that the schema knows, and adds every problem to the list. */
function read(schema: Schema, value: unknown, pointer: string, problems: Problem[]): unknown {
  const { type, properties, required, items, minItems, pattern, examples, minimum } = schema;
  const before = problems.length;
  const fail = (code: ProblemCode, detail = '', below = ''): void => {
    problems.push(problem(pointer + below, code, detail));
  };
  let result = value;
  if (typeOf(value) !== type) {
    fail('format', type);
  } else if (properties) {
    const known: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(properties)) {
      const inner = (value as Record<string, unknown>)[name];
      if (inner !== undefined) known[name] = read(member, inner, `${pointer}/${name}`, problems);
      else if (required?.includes(name)) fail('missing', '', `/${name}`);
    }
    result = known;
  } else if (items) {
    const list = value as unknown[];
    if (list.length < (minItems ?? 0)) fail('missing');
    result = list.map((item, index) => read(items, item, `${pointer}/${index}`, problems));
  } else if (
    (pattern && !expressionOf(pattern).test(value as string)) ||
    (value as number) < minimum!
  ) {
    fail('format', String(examples ?? minimum));
  } else if (schema.enum && !schema.enum.includes(value as string)) {
    fail('format', schema.enum.join(' | '));
  }
  if (problems.length > before) return undefined;
  schema.check?.(result as never, (below, detail) => fail('reference', detail, below));
  return result;
}

/**
 * Turns a JSON value into an agency. Members that the schema does not know are left out, so data
 * written for a later version still works.
 *
 * @param schema - the agency with the parts to check
 * @param value - what `JSON.parse` returned
 * @returns the agency, or all problems with their JSON pointers
 */
export function parseWith(schema: Schema, value: unknown): ParseResult {
  const problems: Problem[] = [];
  const agency = read(schema, value, '', problems) as Agency;
  return problems.length ? { ok: false, problems } : { ok: true, agency };
}

/**
 * Turns a JSON value into an agency, or lists every problem in it.
 *
 * @param value - what `JSON.parse` returned
 */
export const parse = (value: unknown): ParseResult => parseWith(AgencySchema, value);
