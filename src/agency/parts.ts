import * as schemas from './definitions.js';
import type { Agency } from './model.js';
import { readDuties, readLinks, readProfile, readRanks } from './read-markup.js';
import type { Schema } from './schema.js';

/** A part of an agency, which one element shows. */
export interface Part {
  /** What valid data is. Each part checks itself only: a slip in the links does not take the duties from the page. */
  readonly schema: Schema;
  /** Data from the markup between the tags of an element, or `undefined` when there is none to read. */
  readonly readMarkup: (host: Element, lang: string) => unknown;
  /** Whether an agency has the part. */
  readonly hasContent: (agency: Agency) => boolean;
}

/** What an agency is; its name is always there. */
export const profile: Part = {
  schema: schemas.ProfilePart,
  readMarkup: readProfile,
  hasContent: () => true,
};

/** What it is charged with (主要职能). */
export const duties: Part = {
  schema: schemas.DutiesPart,
  readMarkup: readDuties,
  hasContent: ({ duties }) => Boolean(duties?.items.length),
};

/** Its system of ranks (衔). */
export const ranks: Part = {
  schema: schemas.RanksPart,
  readMarkup: readRanks,
  hasContent: ({ ranks }) => Boolean(ranks),
};

/** Related links (相关). */
export const links: Part = {
  schema: schemas.LinksPart,
  readMarkup: readLinks,
  hasContent: ({ links }) => Boolean(links?.length),
};
