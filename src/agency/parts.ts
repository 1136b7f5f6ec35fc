import * as schemas from './definitions.js';
import type { Agency } from './model.js';
import type { Schema } from './schema.js';

/** A part of an agency that an element shows. */
export interface Part {
  /** What valid data is: the agency with this part alone, so that a slip elsewhere does not matter. */
  readonly schema: Schema;
  /** What reads the markup that an author wrote inside an element. */
  readonly readMarkup: keyof typeof import('./read-markup.js');
  /** The markup that can be read, for whoever wrote another. */
  readonly markup: string;
  /** Whether the agency has anything of this part. */
  readonly hasContent: (agency: Agency) => boolean;
}

/** What the agency is. Every agency has that. */
export const PROFILE: Part = {
  schema: schemas.ProfilePart,
  readMarkup: 'readProfile',
  markup: '<h2>, <p>, <dl>, <a href>',
  hasContent: () => true,
};

/** What it is charged with. */
export const DUTIES: Part = {
  schema: schemas.DutiesPart,
  readMarkup: 'readDuties',
  markup: '<ol><li>',
  hasContent: ({ duties }) => Boolean(duties?.items.length),
};

/** Its system of ranks. */
export const RANKS: Part = {
  schema: schemas.RanksPart,
  readMarkup: 'readRanks',
  markup: '<dl><dt><dd>',
  hasContent: ({ ranks }) => Boolean(ranks),
};

/** Its related links. */
export const LINKS: Part = {
  schema: schemas.LinksPart,
  readMarkup: 'readLinks',
  markup: '<ul><li><a href>',
  hasContent: ({ links }) => Boolean(links?.length),
};
