import type { Finding, ProblemCode } from '../problem.js';
import { fits, hasHoles, hasOwn, typeOf, type Schema } from '../schema.js';
import { distance, nearest } from './nearest.js';
import { memberCalled } from './nouns.js';

/** Members that other programs and notes may add: `$comment`, `_note`, `x-owner`. */
const NOTE = /^([$_]|x-)/;

/** Number of characters of a wrong value that a problem quotes. */
const QUOTED = 40;

/** Quotes a text or a number; nothing longer, because a problem is one sentence. */
function quoted(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** One segment of a JSON pointer. */
export const segment = (name: string | number): string =>
  `/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** True for a value that stands for none: an empty field of a form or a table. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && !value.trim());

function isOfType({ type }: Schema, value: unknown): boolean {
  const actual = typeOf(value);
  if (Array.isArray(value) && hasHoles(value)) return false;
  return actual === type || (type === 'number' && actual === 'integer');
}

/** Names the rule that a value of the wrong type breaks. A number instead of a text is not blank. */
function ruleFor({ type, rule }: Schema, value: unknown): string {
  if (type !== 'string') return rule ?? type!;
  if (isBlank(value) || typeof value === 'object') return 'words';
  return typeof value === 'number' && /^(words|link)$/.test(rule!) ? 'text' : rule!;
}

/** Counts the members of a value that a form knows; a required one that is there counts most. */
function likeness({ properties = {}, required = [] }: Schema, value: object): number {
  const given = Object.entries(value).filter(
    ([name, member]) => hasOwn(properties, name) && !isBlank(member),
  );
  const needed = given.filter(([name]) => required.includes(name));
  return given.length + needed.length * 100 - required.length * 50;
}

/** Chooses the form that a value is meant to have: by its type, then by what an object has. */
function formOf(forms: readonly Schema[], value: unknown): Schema {
  const alike = forms.filter((form) => isOfType(form, value));
  let best = alike[0] ?? forms[0]!;
  if (typeOf(value) !== 'object') return best;
  for (const form of alike) {
    if (likeness(form, value as object) > likeness(best, value as object)) best = form;
  }
  return best;
}

/** Finds the member that a wrong name is meant for: by its Chinese name, else by its letters. */
function meant(name: string, names: readonly string[]): string {
  const called = memberCalled(name, names);
  // Nobody misspells a name at this length, and the comparison would take long.
  if (called || name.length > QUOTED) return called ?? '';
  const best = nearest(name, names);
  return distance(name.toLowerCase(), best.toLowerCase()) <= Math.max(2, name.length / 2)
    ? best
    : '';
}

/** Lists what is wrong with a value. */
export class Validation {
  readonly findings: Finding[] = [];

  /**
   * Checks a value, and everything in it.
   *
   * @param pointer - JSON pointer to the value
   */
  check(schema: Schema, written: unknown, pointer = ''): void {
    // Copied cells and lines bring white space around them.
    const value = typeof written === 'string' ? written.trim() : written;
    const { anyOf, properties, items, minItems, check } = schema;
    if (anyOf) {
      this.check(formOf(anyOf, value), value, pointer);
      return;
    }
    const before = this.findings.length;
    if (!isOfType(schema, value)) this.#add(pointer, 'format', ruleFor(schema, value), value);
    else if (properties) this.#checkMembers(schema, value as Record<string, unknown>, pointer);
    else if (items) {
      const list = value as unknown[];
      if (list.length < (minItems ?? 0)) this.#add(pointer, 'missing');
      list.forEach((item, index) => this.check(items, item, pointer + segment(index)));
    } else this.#checkText(schema, value, pointer);
    const isRight = !this.findings.slice(before).some(({ code }) => code !== 'unknown');
    if (isRight) {
      check?.(value as never, (below, detail) =>
        this.#add(pointer + below, 'reference', schema.rule ?? 'identifiers', detail),
      );
    }
  }

  #add(pointer: string, code: ProblemCode, detail = '', value?: unknown): void {
    const quote = quoted(value);
    this.findings.push({ pointer, code, detail, ...(quote !== undefined && { value: quote }) });
  }

  #checkMembers(
    { properties, required }: Schema,
    value: Record<string, unknown>,
    pointer: string,
  ): void {
    const names = Object.keys(properties!);
    for (const name of names) {
      const isRequired = required?.includes(name);
      const place = pointer + segment(name);
      if (!hasOwn(value, name) || value[name] === undefined) {
        if (isRequired) this.#add(place, 'missing');
      } else if (isRequired || !isBlank(value[name])) {
        this.check(properties![name]!, value[name], place);
      }
    }
    for (const name of Object.keys(value)) {
      if (names.includes(name) || NOTE.test(name)) continue;
      this.#add(pointer + segment(name), 'unknown', meant(name, names), name);
    }
  }

  #checkText(schema: Schema, value: unknown, pointer: string): void {
    const { pattern, minimum, rule } = schema;
    const isRight = (!pattern || fits(pattern, value as string)) && !((value as number) < minimum!);
    if (!isRight) this.#add(pointer, 'format', isBlank(value) ? 'words' : rule, value);
    else if (schema.enum && !schema.enum.includes(value as string)) {
      this.#add(pointer, 'format', schema.enum.join(', '), value);
    }
  }
}
