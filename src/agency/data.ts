import type { Translation } from './model.js';
import type { RankSystemData, TierData } from './rank-data.js';
import type { Identifier, LanguageTag } from './values.js';
import type {
  WrittenAddress,
  WrittenDay,
  WrittenLink,
  WrittenSite,
  WrittenSource,
  WrittenWords,
} from './written-values.js';

export type * from './rank-data.js';
export type { SourceData } from './written-values.js';

/*
 * An agency, as people may write it. parse/ turns it into the agency that elements show. From these
 * types and their comments, .tools/schema.mjs makes the JSON Schema for editors, and the checks that
 * find what is wrong.
 */

/** A duty, given by its text. */
export interface TextDutyData {
  /** What the office does. Its first sentence is the title, if no title is given. */
  readonly text: WrittenWords;
  /** Opening sentence, which names the duty. */
  readonly title?: WrittenWords;
  /** Number as the document prints it, for example 第一条. Default: the position in the list. */
  readonly number?: WrittenWords;
  /** Lower-case name, unique in the list. Default: `duty-` and the position. */
  readonly id?: Identifier;
}

/** A duty, given by its title. */
export interface TitledDutyData {
  /** Opening sentence, which names the duty. */
  readonly title: WrittenWords;
  /** The sentences that follow the title. */
  readonly text?: WrittenWords;
  /** Number as the document prints it, for example 第一条. Default: the position in the list. */
  readonly number?: WrittenWords;
  /** Lower-case name, unique in the list. Default: `duty-` and the position. */
  readonly id?: Identifier;
}

/** A duty. Its own number, （一）, 一、, 1. or 第一条, may stand before the text. */
export type DutyData = WrittenWords | TextDutyData | TitledDutyData;

/** The duties with their preamble (主要职能). */
export interface DutiesData {
  /** The duties, in official order. */
  readonly items: readonly DutyData[];
  /** Paragraphs printed before the list. */
  readonly preamble?: WrittenWords | readonly WrittenWords[];
  /** Source of the duties, if it differs from the agency's source. */
  readonly source?: WrittenSource;
}

/** A related link (相关). */
export interface LinkData {
  /** Text of the link: what the reader will find there. */
  readonly label: WrittenWords;
  /** Address: http, https, mailto or tel, or relative to the file. */
  readonly url: WrittenAddress;
  /** One sentence about the link. */
  readonly description?: WrittenWords;
  /** Heading of the group that it belongs to. */
  readonly group?: WrittenWords;
}

/** Related links under one heading. */
export interface LinkGroupData {
  /** Links of the group. A text is a name and an address: `首页 https://example.org/`. */
  readonly links: readonly (WrittenLink | LinkData)[];
  /** Heading of the group. */
  readonly group?: WrittenWords;
}

/** A public agency, as people may write it. Only the name is required. */
export interface AgencyData {
  /** Address of the JSON Schema, for editors. The elements ignore it.
   * @hidden */
  readonly $schema?: string;
  /** Full official name. */
  readonly name: WrittenWords;
  /** Lower-case name of the agency, for example `gacc`. */
  readonly id?: Identifier;
  /** BCP 47 tag of the language of all texts, for example `zh-Hans`. Default: the language of the page. */
  readonly lang?: LanguageTag;
  /** Day of the last comparison of the texts with their sources. */
  readonly asOf?: WrittenDay;
  /** Default source, for parts without their own source. A text is its title. */
  readonly source?: WrittenSource;
  /** Present when the texts are a translation. */
  readonly translation?: Translation;
  /** Category under which a directory lists it, for example 常用网站. */
  readonly category?: WrittenWords;
  /** Legal standing, for example 国务院直属机构. */
  readonly status?: WrittenWords;
  /** Administrative level, for example 正部级. */
  readonly level?: WrittenWords;
  /** What the agency is and does, in one paragraph. */
  readonly summary?: WrittenWords;
  /** Paragraphs about the agency (概况). A paragraph equal to the summary is shown once. */
  readonly overview?: WrittenWords | readonly WrittenWords[];
  /** Official site: http or https, or its host alone. */
  readonly url?: WrittenSite;
  /** Telephone number for the public, for example a hotline. */
  readonly telephone?: WrittenWords | number;
  /** Postal address of the office. */
  readonly address?: WrittenWords;
  /** Hours at which the office is open, in words. */
  readonly openingHours?: WrittenWords;
  /** Duties of the agency, in official order: a list, or a list with its preamble. */
  readonly duties?: readonly DutyData[] | DutiesData;
  /** System of ranks: with its law, or a list of tiers or ranks, highest first. */
  readonly ranks?: readonly (WrittenWords | TierData)[] | RankSystemData;
  /** Related links, or groups of them. A text is a name and an address: `首页 https://example.org/`. */
  readonly links?: readonly (WrittenLink | LinkGroupData | LinkData)[];
}
