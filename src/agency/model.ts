import type { RankSystem } from './rank-system.js';
import type {
  Day,
  Identifier,
  LanguageTag,
  LinkAddress,
  Source,
  WebAddress,
  Words,
} from './values.js';

export type * from './rank-system.js';
export type { Source } from './values.js';

/*
 * The one definition of an agency, as elements show it. Its ranks are in rank-system.ts, its basic
 * values in values.ts. What people may write instead is in data.ts. From these types and their
 * comments, .tools/schema.mjs makes the checks of the parser. A tag in a comment is a JSON Schema
 * keyword. `@check` names a function in references.ts for a rule that JSON Schema cannot express.
 */

/** Marks the texts as a translation, and says if the agency itself published it. */
export interface Translation {
  /** BCP 47 tag of the original, for example `zh-Hans`. */
  readonly of: LanguageTag;
  /** `true` only when the agency published the translation itself. */
  readonly official: boolean;
}

/** One numbered duty of an agency (职能). */
export interface Duty {
  /** Lower-case name, unique in the list. The deep link of the duty is `#` and this name. */
  readonly id: Identifier;
  /** Number as the document prints it, for example 第一条. Default: the position in the list. */
  readonly number?: Words;
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
  /** The duties. Their position in the list is their number. */
  readonly items: readonly Duty[];
  /** Source of the duties, if it differs from the agency's source. */
  readonly source?: Source;
}

/** A related link (相关). */
export interface Link {
  /** Text of the link: what the reader will find there. */
  readonly label: Words;
  /** Address of the link: http, https, mailto or tel. */
  readonly url: LinkAddress;
  /** One sentence about the link. */
  readonly description?: Words;
  /** Heading of the group that it belongs to. Links of a group follow each other. */
  readonly group?: Words;
}

/** The members that every element reads. */
interface AgencyHead {
  /** Address of the JSON Schema, for editors. The elements ignore it.
   * @hidden */
  readonly $schema?: string;
  /** Lower-case name of the agency, for example `gacc`. */
  readonly id?: Identifier;
  /** BCP 47 tag of the language of all texts, for example `zh-Hans`. */
  readonly lang: LanguageTag;
  /** Day of the last comparison of the texts with their sources, as an ISO 8601 date. */
  readonly asOf?: Day;
  /** Default source, for parts without their own source. */
  readonly source?: Source;
  /** Present when the texts are a translation. */
  readonly translation?: Translation;
  /** Full official name. */
  readonly name: Words;
}

/** The members that a profile shows. */
export interface ProfilePart extends AgencyHead {
  /** Category under which a directory lists it, for example 常用网站. */
  readonly category?: Words;
  /** Legal standing, for example 国务院直属机构. */
  readonly status?: Words;
  /** Administrative level, for example 正部级. */
  readonly level?: Words;
  /** What the agency is and does, in one paragraph. */
  readonly summary?: Words;
  /** Paragraphs about the agency (概况). A paragraph equal to the summary is shown once. */
  readonly overview?: readonly Words[];
  /** Official site: http or https. */
  readonly url?: WebAddress;
  /** Telephone number for the public, for example a hotline. */
  readonly telephone?: Words;
  /** Postal address of the office. */
  readonly address?: Words;
  /** Hours at which the office is open, in words. */
  readonly openingHours?: Words;
}

/** The members that a list of duties shows. */
export interface DutiesPart extends AgencyHead {
  /** Duties of the agency, in official order. */
  readonly duties?: Duties;
}

/** The members that a rank ladder shows. */
export interface RanksPart extends AgencyHead {
  /** System of ranks. */
  readonly ranks?: RankSystem;
}

/** The members that a list of links shows. */
export interface LinksPart extends AgencyHead {
  /** Related links. */
  readonly links?: readonly Link[];
}

// The schema lists the members of the last type first.
/** A public agency, in one language. */
export interface Agency extends LinksPart, RanksPart, DutiesPart, ProfilePart {}
