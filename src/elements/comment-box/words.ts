import type { CustomsElement } from '../../base/element/customs-element.js';

/** Says something in the language of an element. */
export type Phrase = (element: CustomsElement) => string;

/** Says something about a subject. */
export type Words<Subject> = (element: CustomsElement, subject: Subject) => string;

/** What is said by keys; they come from engines, and may be any. */
export const tableOf = <Subject = void>(
  table: Readonly<Record<string, Words<Subject>>>,
): ReadonlyMap<string, Words<Subject>> => new Map(Object.entries(table));
