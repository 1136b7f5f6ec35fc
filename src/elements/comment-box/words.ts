import type { CustomsElement } from '../../base/element/customs-element.js';

/** A text in the language of an element. */
export type Phrase = (element: CustomsElement) => string;

/** A text about a subject. */
export type Words<Subject> = (element: CustomsElement, subject: Subject) => string;

/** Makes a table of texts. A `Map`, because the keys come from engines and may be anything. */
export const tableOf = <Subject = void>(
  table: Readonly<Record<string, Words<Subject>>>,
): ReadonlyMap<string, Words<Subject>> => new Map(Object.entries(table));
