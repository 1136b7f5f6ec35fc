/* What an author pastes, drops or opens, as passages. */
import {
  blocksOfMarkup,
  blocksOfText,
  passagesOf,
  passagesOfAgency,
} from '../../src/agency/read-text/read-text.js';
import { checkJson, type JsonProblem } from '../pages/json-check.js';
import type { Agency } from '../../src/agency/model.js';
import type { Passages } from './passages.js';

/** What was read, or why nothing could be. */
export type Input =
  | { readonly kind: 'passages'; readonly passages: Passages }
  | { readonly kind: 'agency'; readonly passages: Passages; readonly value: object }
  | { readonly kind: 'json'; readonly problem: JsonProblem }
  | { readonly kind: 'agency-unknown' }
  | { readonly kind: 'nothing' };

/** Beginning of a document, or of an element that pages consist of. */
const MARKUP =
  /^\s*(?:<!doctype|<!--|<\?xml|<(?:html|head|body|div|p|section|article|main|table|ul|ol|dl|h[1-6]|span)[\s>])/i;

/** Beginning of JSON, even with the marks of a Chinese input method. */
const JSON_TEXT = /^\s*[{[｛]\s*["“”{\]}]/;

/** Files that only an office program can open. */
const OFFICE = /\.(?:docx?|wps|odt|rtf|pdf|pptx?|xlsx?|et|ofd)$/i;

export const isOfficeFile = (name: string): boolean => OFFICE.test(name);

/** What is needed of `window.trustedTypes`. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): {
    createHTML(text: string): string;
  };
}

const TAG = /<[a-z][^>]*>/gi;

/** Beginning of an attribute that has code. */
const HANDLER = /[\s/"']on[a-z]+\s*=/gi;

/** Beginning of an attribute that has styles. */
const STYLE = /[\s/"']style\s*=/gi;

const STYLE_SHEETS = /<style[\s>][^]*?<\/style\s*>/gi;

let policy: ReturnType<Policies['createPolicy']> | undefined;

/** Renames what a strict page complains about, although a document without a window neither runs nor paints it. */
const quiet = (markup: string): string =>
  markup
    .replace(STYLE_SHEETS, '')
    .replace(TAG, (tag) => tag.replace(HANDLER, ' data-handler=').replace(STYLE, ' data-style='));

/*
 * Parses markup into a document of its own, which runs no scripts and loads nothing. Only its text is
 * read; none of its nodes comes into the page. A strict page accepts the text under a policy alone.
 */
function parse(markup: string): Document {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  policy ??= trustedTypes?.createPolicy('customs-editor', { createHTML: (text) => text });
  const text = quiet(markup);
  const parsed = new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'text/html');
  for (const element of parsed.querySelectorAll('[data-style]')) {
    // The reader asks for styles, which tell what is hidden.
    element.getAttribute = (name) => element.attributes.getNamedItem(renamed(name))?.value ?? null;
  }
  return parsed;
}

const renamed = (name: string): string => (name === 'style' ? 'data-style' : name);

const fromMarkup = (markup: string): Passages =>
  passagesOf(blocksOfMarkup(parse(markup).documentElement));

/** Members by which an agency is recognised. */
const KNOWN = ['name', 'duties', 'overview', 'links', 'ranks', 'summary'];

function fromJson(text: string): Input {
  const { problems, agency } = checkJson(text, (value) => ({
    ok: true,
    agency: value as Agency,
    problems: [],
  }));
  const [problem] = problems;
  if (problem) return { kind: 'json', problem };
  const value: unknown = agency;
  if (typeof value !== 'object' || value === null || !KNOWN.some((key) => key in value)) {
    return { kind: 'agency-unknown' };
  }
  return { kind: 'agency', passages: passagesOfAgency(value), value };
}

/**
 * Reads what was pasted or opened.
 *
 * @param text - plain text, the source of a page, or JSON
 * @param markup - the same as markup, if the clipboard has it
 */
export function readInput(text: string, markup = ''): Input {
  if (JSON_TEXT.test(text)) return fromJson(text);
  const source = MARKUP.test(text) ? text : markup;
  const read = source ? fromMarkup(source) : [];
  const passages = read.length ? read : passagesOf(blocksOfText(text));
  return passages.length ? { kind: 'passages', passages } : { kind: 'nothing' };
}
