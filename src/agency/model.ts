import type { RankSystem } from './rank-system.js';
import type { Day, Identifier, LanguageTag, Source, WebAddress, Words } from './values.js';

export type * from './rank-system.js';
export type { Source } from './values.js';

/*
 * The one definition of an agency, with its ranks in rank-system.ts and what all of it is made of in values.ts. These
 * types are for the code; the JSON Schema for editors and what the parser checks are made of them and of their comments
 * by .tools/schema.mjs. A tag in a comment is a keyword of JSON Schema; `@check` names the function in references.ts that
 * says what JSON Schema cannot.
 */

/** Tells that the texts are a translation, and whether the agency itself stands behind it. */
export interface Translation {
  /** BCP 47 tag of the original, for example `zh-Hans`. */
  readonly of: LanguageTag;
  /** `true` only when the agency published the translation itself. */
  readonly official: boolean;
}

/** One numbered duty of an agency (职能). */
export interface Duty {
  /** Lower-case name that is unique in the list; the deep link of the duty is `#` and this name. */
  readonly id: Identifier;
  /** Opening sentence, which names the duty. */
  readonly title: Words;
  /** The sentences that follow the title. */
  readonly text?: Words;
}

/** The duties of an agency (主要职能) in their official order.
 * @check checkDuties */
export interface Duties {
  /** Paragraphs printed before the list. */
  readonly preamble?: readonly Words[];
  /** The duties; their position is their number. */
  readonly items: readonly Duty[];
  /** Source of the duties, where it differs from the agency's. */
  readonly source?: Source;
}

/** A related link (相关). */
export interface Link {
  /** What the reader will find there. */
  readonly label: Words;
  /** Address: http or https. */
  readonly url: WebAddress;
  /** One sentence about it. */
  readonly description?: Words;
}

/** What every element reads of an agency, whatever it shows. */
interface AgencyHead {
  /** Address of the JSON Schema, for editors; ignored.
   * @hidden */
  readonly $schema?: string;
  /** Lower-case name of the agency, for example `gacc`. */
  readonly id?: Identifier;
  /** BCP 47 tag of the language of all texts, for example `zh-Hans`. */
  readonly lang: LanguageTag;
  /** Day on which the texts were last compared with their sources, as an ISO 8601 date. */
  readonly asOf?: Day;
  /** Source of everything that names no other. */
  readonly source?: Source;
  /** Present when the texts are a translation. */
  readonly translation?: Translation;
  /** Full official name. */
  readonly name: Words;
}

/** An agency as far as its profile is shown. */
export interface ProfilePart extends AgencyHead {
  /** Category under which a directory lists it, for example 常用网站. */
  readonly category?: Words;
  /** Legal standing, for example 国务院直属机构. */
  readonly status?: Words;
  /** Administrative level, for example 正部级. */
  readonly level?: Words;
  /** What it is and does, in one paragraph. */
  readonly summary?: Words;
  /** Paragraphs about the agency (概况). A paragraph equal to the summary is shown once. */
  readonly overview?: readonly Words[];
  /** Official site: http or https. */
  readonly url?: WebAddress;
}

/** An agency as far as its duties are shown. */
export interface DutiesPart extends AgencyHead {
  /** What it is charged with. */
  readonly duties?: Duties;
}

/** An agency as far as its ranks are shown. */
export interface RanksPart extends AgencyHead {
  /** Its system of ranks. */
  readonly ranks?: RankSystem;
}

/** An agency as far as its links are shown. */
export interface LinksPart extends AgencyHead {
  /** Related links. */
  readonly links?: readonly Link[];
}

// The schema lists the members of the last of these first.
/** A public agency, in one language. */
export interface Agency extends LinksPart, RanksPart, DutiesPart, ProfilePart {}

/**
 * What can be wrong, as a stable key. `missing`: a required value or item is not there. `format`: another
 * type, or not written as it should be. `reference`: an identifier is used twice, leads nowhere, or stands in
 * the wrong order. `markup`: what stands inside an element is nothing that it reads. `network`: no answer. `status`: an
 * answer that is no success.
 */
export type ProblemCode = 'missing' | 'format' | 'reference' | 'markup' | 'network' | 'status';

/** One thing that is wrong, with its place. */
export interface Problem {
  /** RFC 6901 JSON pointer to the value; `''` is the whole document. */
  readonly pointer: string;
  /** Stable key of the kind of problem. */
  readonly code: ProblemCode;
  /** Untranslated detail: an example of the format, or the identifier, status or address in question. */
  readonly detail: string;
  /** The problem in an English sentence, for the console and for logs. */
  readonly message: string;
}
