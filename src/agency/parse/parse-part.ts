import type { AgencyData, LinkData } from '../data.js';
import type { Agency } from '../model.js';
import type { Finding, Problem } from '../problem.js';
import { hasOwn, type Schema } from '../schema.js';
import { complete, linksOf, type Surroundings } from './complete.js';
import { AgencyData as DataSchema } from './data-definitions.js';
import { explain } from './explain.js';
import { Validation } from './validate.js';
import { linkAddress, SCHEME } from './written.js';

/** The agency, with what could not be used of the data; or every problem that stops it. */
export type ParseResult =
  | { readonly ok: true; readonly agency: Agency; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What the page knows and the data may leave out. */
export interface ParseOptions extends Surroundings {
  /** Language of the messages. Chinese for `zh`, else English. Default: that of the texts. */
  readonly language?: string | undefined;
}

/** True if one problem leaves out a link, or nothing, and the rest can be shown. */
const isMild = ({ pointer, code }: Finding): boolean =>
  code === 'unknown' || /^\/links\/\d/.test(pointer);

/** Leaves out members that the schema does not know. They are reported, and matter to nobody. */
function known<Value>({ properties, items }: Schema, value: Value): Value {
  if (items && Array.isArray(value))
    return value.map((item: unknown) => known(items, item)) as Value;
  if (!properties || typeof value !== 'object' || !value) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      hasOwn(properties, name) ? [[name, known(properties[name]!, member as unknown)]] : [],
    ),
  ) as Value;
}

/** Checks only the members that a part reads. Unknown members are those that no agency has. */
function checkPart(part: Schema, value: unknown): Finding[] {
  const validation = new Validation();
  validation.check(DataSchema, value);
  const names = Object.keys(part.properties!);
  return validation.findings.filter(({ pointer, code }) => {
    const [, name] = pointer.split('/');
    return !name || code === 'unknown' || names.includes(name);
  });
}

/** Links that can be shown, and what is wrong with the others. */
interface CheckedLinks {
  readonly links: readonly LinkData[] | undefined;
  readonly findings: readonly Finding[];
}

/** Pointer to the link that a pointer leads into, or to the group, if all of it is wrong. */
const linkAt = (pointer: string): string =>
  /^\/links\/\d+(\/links\/\d+)?/.exec(pointer)?.[0] ?? pointer;

/** Pointer to the group of a link. Its heading belongs to each of its links. */
const groupAround = (pointer: string): string => pointer.replace(/\/links\/\d+$/, '');

/** Leaves out links with a problem, and makes the addresses of the others absolute. */
function checkLinks(
  { links }: AgencyData,
  base: string | undefined,
  found: readonly Finding[],
): CheckedLinks {
  if (!Array.isArray(links)) return { links: undefined, findings: [] };
  const findings: Finding[] = [];
  const wrong = new Set(
    found.filter(({ code }) => code !== 'unknown').map(({ pointer }) => linkAt(pointer)),
  );
  const usable = linksOf(links).flatMap(({ link, pointer }) => {
    if (wrong.has(pointer) || wrong.has(groupAround(pointer))) return [];
    const url = linkAddress(link.url, base);
    if (link.url && url !== undefined) return [{ ...link, url }];
    const place = { pointer: `${pointer}/url`, value: link.url };
    if (!link.url) findings.push({ ...place, code: 'missing', detail: '' });
    else {
      const detail = SCHEME.test(link.url.trim()) ? 'address' : 'relative';
      findings.push({ ...place, code: 'format', detail });
    }
    return [];
  });
  return { links: usable, findings };
}

/** Puts findings into words: in the language of the page, else of the agency. */
function told(
  findings: readonly Finding[],
  { language, lang }: ParseOptions,
  own?: unknown,
): Problem[] {
  const chosen = language ?? lang ?? (typeof own === 'string' ? own : 'zh');
  return findings.map((finding) => ({ ...finding, message: explain(finding, chosen) }));
}

function parseValue(part: Schema, value: unknown, options: ParseOptions): ParseResult {
  const own = (value as AgencyData | null | undefined)?.lang;
  const found = checkPart(part, value);
  if (!found.every(isMild)) return { ok: false, problems: told(found, options, own) };
  const data = Object.fromEntries(
    Object.entries(value as AgencyData).filter(([name]) => hasOwn(part.properties!, name)),
  ) as unknown as AgencyData;
  const { links, findings } = checkLinks(data, options.base, found);
  const agency = known(part, complete({ ...data, links }, options));
  const late = new Validation();
  late.check(part, agency);
  const all = told([...found, ...findings, ...late.findings], options, own);
  return late.findings.length ? { ok: false, problems: all } : { ok: true, agency, problems: all };
}

/**
 * Turns a JSON value into an agency, whole or a part of it.
 *
 * @param part - the agency with the parts to read; an error in another part does not matter
 * @param value - what `JSON.parse` returned
 */
export function parseWith(part: Schema, value: unknown, options: ParseOptions = {}): ParseResult {
  try {
    return parseValue(part, value, options);
  } catch {
    // A script can make values that cannot be read: a member that throws, a list that never ends.
    const finding = { pointer: '', code: 'format', detail: 'json' } as const;
    return { ok: false, problems: told([finding], options) };
  }
}
