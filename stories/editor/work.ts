/* What the author works on. Everything else on the page follows from it. */
import { ROLES, type Passage } from '../../src/agency/read-text/read-text.js';
import type { Passages } from './passages.js';

export interface Work {
  readonly passages: Passages;
  /** BCP 47 tag of the language of the texts; empty to follow the texts. */
  readonly lang: string;
  /** The agency that was opened as JSON. What passages cannot say is taken from it. */
  readonly opened?: unknown;
}

export const NOTHING: Work = { passages: [], lang: '' };

export const isEmpty = ({ passages }: Work): boolean => !passages.length;

const isText = (value: unknown): value is string => typeof value === 'string';

function isPassage(value: unknown): value is Passage {
  if (typeof value !== 'object' || value === null) return false;
  const { id, text, role, ...more } = value as Record<string, unknown>;
  const optional = [more['from'], more['label'], more['address']];
  return (
    isText(id) &&
    isText(text) &&
    ROLES.some((one) => one === role) &&
    optional.every((one) => one === undefined || isText(one))
  );
}

/** Checks what was stored: another version of this page may have written it. */
export function asWork(value: unknown): Work | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { passages, lang, opened } = value as Record<string, unknown>;
  if (!Array.isArray(passages) || !passages.every(isPassage) || !isText(lang)) return undefined;
  return { passages, lang, ...(opened !== undefined && { opened }) };
}
