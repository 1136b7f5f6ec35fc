/* States of elements whose data is not in the full form, or cannot be read. */
import type { RequestError } from '../../request.js';
import type { State } from '../state.js';
import type { Part } from '../parts.js';
import { SourceFault, type Finding, type ProblemCode } from '../problem.js';
import { hasOwn } from '../schema.js';
import { explain } from './explain.js';
import { parseWith, type ParseOptions } from './parse-part.js';

/** Members that every part has. They are no content of their own. */
const HEAD = ['$schema', 'id', 'lang', 'asOf', 'source', 'translation', 'name'];

/** True if a problem may be why a part has no content. */
function isMissed({ pointer, code, detail }: Finding, { schema }: Part): boolean {
  const name = code === 'unknown' ? detail : pointer.split('/')[1]!;
  return hasOwn(schema.properties!, name) && !HEAD.includes(name);
}

/** Language that data names, even if nothing else of it can be used. */
function languageOf(value: unknown): string | undefined {
  try {
    const { lang } = Object(value) as { readonly lang?: unknown };
    return typeof lang === 'string' ? lang : undefined;
  } catch {
    // A member may throw when it is read.
    return undefined;
  }
}

/** Derives the state from a value in any form. */
export function readLooseState(part: Part, value: unknown, options: ParseOptions): State {
  const lang = languageOf(value);
  const result = parseWith(part.schema, value, options);
  if (!result.ok) return { kind: 'failed', problems: result.problems, lang };
  const { agency, problems } = result;
  if (part.hasContent(agency)) return { kind: 'ready', agency, problems };
  return problems.some((one) => isMissed(one, part))
    ? { kind: 'failed', problems, lang }
    : { kind: 'empty', lang };
}

/** Reports a failed request as a problem of the whole document. */
function findingOf({ kind, url, status, reason, text }: RequestError): Finding {
  const found = (code: ProblemCode, detail = ''): Finding => ({
    pointer: '',
    code,
    detail,
    value: url,
  });
  if (kind === 'status') return found('status', String(status));
  if (kind !== 'format') return found('network');
  return text === undefined ? found('encoding', String(reason)) : found('syntax', text);
}

/** Derives the state from a failed request or a source that is wrong itself. */
export function failedState(thrown: unknown, { language = 'zh' }: ParseOptions): State {
  const finding =
    thrown instanceof SourceFault ? thrown.finding : findingOf(thrown as RequestError);
  return { kind: 'failed', problems: [{ ...finding, message: explain(finding, language) }] };
}
