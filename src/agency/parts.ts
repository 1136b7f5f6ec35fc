import * as schemas from './definitions.js';
import type { Agency } from './model.js';
import type { Schema } from './schema.js';

/** The part of an agency that an element shows. */
export interface Part {
  /** Schema of an agency with this part alone. An error in another part does not matter here. */
  readonly schema: Schema;
  /** Name of the function that reads the author's markup. */
  readonly readMarkup: keyof typeof import('./read-markup.js');
  /** Markup that can be read. The warning about unreadable markup names it. */
  readonly markup: string;
  /** True when the agency has content for this part. */
  readonly hasContent: (agency: Agency) => boolean;
}

/** Profile. Every agency has one. */
export const PROFILE: Part = {
  schema: schemas.ProfilePart,
  readMarkup: 'readProfile',
  markup: '<h2>, <p>, <dl>, <a href>',
  hasContent: () => true,
};

/** Duties. */
export const DUTIES: Part = {
  schema: schemas.DutiesPart,
  readMarkup: 'readDuties',
  markup: '<ol><li>',
  hasContent: ({ duties }) => Boolean(duties?.items.length),
};

/** System of ranks. */
export const RANKS: Part = {
  schema: schemas.RanksPart,
  readMarkup: 'readRanks',
  markup: '<dl><dt><dd>',
  hasContent: ({ ranks }) => Boolean(ranks),
};

/** Related links. */
export const LINKS: Part = {
  schema: schemas.LinksPart,
  readMarkup: 'readLinks',
  markup: '<ul><li><a href>',
  hasContent: ({ links }) => Boolean(links?.length),
};

/** The whole agency. Its markup is that of a profile: lists inside it would be ambiguous. */
export const WHOLE: Part = {
  schema: schemas.Agency,
  readMarkup: 'readProfile',
  markup: '<h2>, <p>, <dl>, <a href>',
  hasContent: () => true,
};
