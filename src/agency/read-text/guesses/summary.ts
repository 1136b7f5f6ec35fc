import { subjectOf } from './guess-name.js';
import { sentencesOf } from '../sentences.js';
import { levelIn, statusIn } from './standing.js';

/** Why a document was written, or a welcome: nothing about the agency. */
const PREFACE = /制定本(?:规定|方案|办法)|欢迎(?:您|访问)|\bwould like to\b|\bwelcome to\b/iu;

/** A sentence that says what something is. */
const DEFINITION = /是|为|设立|成立于|创建于|始建于|建院于|建校于|创办于|位于|\b(?:is|are|was)\b/u;

/** True for a paragraph that says what the agency is. */
export function isAbout(text: string, name = ''): boolean {
  if (PREFACE.test(text)) return false;
  if (statusIn(text) ?? levelIn(text)) return true;
  const [opening = ''] = sentencesOf(text);
  if (subjectOf(opening)) return true;
  return !!name && opening.includes(name) && DEFINITION.test(opening);
}

/**
 * Chooses the paragraph that sums up the agency: the first of the opening ones that says what it
 * is, else the first.
 *
 * @returns its position; -1 if there are no paragraphs
 */
export function summaryAmong(paragraphs: readonly string[], name?: string): number {
  const found = paragraphs.slice(0, 4).findIndex((text) => isAbout(text, name));
  if (found >= 0) return found;
  return paragraphs.findIndex((text) => !PREFACE.test(text));
}
