/**
 * Where a fact comes from. Every element can show it, so that a reader can check what the page says.
 */
export interface Source {
  /** Title of the document, as it is printed on it. */
  readonly title: string;
  /** Who published the document. */
  readonly publisher?: string;
  /** Day of publication, as an ISO 8601 date (`2003-02-28`). */
  readonly date?: string;
  /** Address of the document: http or https. */
  readonly url?: string;
  /** What a reader should know before relying on it, in one sentence. */
  readonly note?: string;
}

/** Tells that the texts are a translation, and whether the agency itself stands behind it. */
export interface Translation {
  /** BCP 47 tag of the original, for example `zh-Hans`. */
  readonly of: string;
  /** `true` only when the agency published the translation itself. */
  readonly official: boolean;
}

/** One numbered duty of an agency (职能). */
export interface Duty {
  /** Lower-case name that is unique in the list; the deep link of the duty is `#` and this name. */
  readonly id: string;
  /** Opening sentence, which names the duty. */
  readonly title: string;
  /** The sentences that follow the title. */
  readonly text?: string;
}

/** The duties of an agency (主要职能) in their official order. */
export interface Duties {
  /** Paragraphs printed before the list. */
  readonly preamble?: readonly string[];
  /** The duties; their position is their number. */
  readonly items: readonly Duty[];
  /** Source of the duties, where it differs from the agency's. */
  readonly source?: Source;
}

/** One rank (衔级). */
export interface Rank {
  /** Lower-case name, unique in the rank system; also the name of the slot `insignia-<id>`. */
  readonly id: string;
  /** Full name of the rank, for example 一级关务监督. */
  readonly name: string;
  /** `attested`: a named source uses this name. `composed`: put together by us from attested words. Default: the original name. */
  readonly nameStatus?: 'attested' | 'composed';
}

/** Ranks of one grade (等), highest first. */
export interface Tier {
  /** Lower-case name, unique in the rank system. */
  readonly id: string;
  /** Position of the tier, for example 二等. */
  readonly label?: string;
  /** Collective name of its ranks, for example 关务监督; some tiers have none. */
  readonly name?: string;
  /** The ranks, highest first. */
  readonly ranks: readonly Rank[];
}

/** A career (for example administrative or technical) with a ladder of its own. */
export interface Track {
  /** Lower-case name, unique in the rank system; value of the attribute `track`. */
  readonly id: string;
  /** Name of the career; a system with one track needs none. */
  readonly name?: string;
  /** Number of the article that lists the ranks. */
  readonly article?: number;
  /** The tiers, highest first. */
  readonly tiers: readonly Tier[];
}

/** Ranks that a position, a professional title or years of service may hold. */
export interface Band {
  /** What the band is given by. */
  readonly basis: 'position' | 'title' | 'years';
  /** Name of the position or title, or the words for the years. */
  readonly label: string;
  /** Identifier of the highest rank of the band. */
  readonly from: string;
  /** Identifier of the lowest rank of the band. */
  readonly to: string;
  /** Number of the article that says so. */
  readonly article?: number;
}

/** Who confers the ranks from `from` down to `to`. */
export interface Conferral {
  /** Identifier of the highest rank. */
  readonly from: string;
  /** Identifier of the lowest rank. */
  readonly to: string;
  /** The office that confers the rank. */
  readonly by: string;
  /** Whom the rule covers, where it does not cover everybody. */
  readonly scope?: string;
  /** Number of the article that says so. */
  readonly article?: number;
}

/** The regular time between two neighbouring ranks. */
export interface PromotionStep {
  /** Identifier of the rank that is left. */
  readonly from: string;
  /** Identifier of the rank that is reached. */
  readonly to: string;
  /** Years to be served; absent when the step is made by selection. */
  readonly years?: number;
  /** Whether training has to be completed first. */
  readonly training?: boolean;
  /** Number of the article that sets the years or the selection. */
  readonly article?: number;
  /** Number of the article that asks for the training. */
  readonly trainingArticle?: number;
}

/** A rule in words. */
export interface Rule {
  /** The rule, in one or two sentences. */
  readonly text: string;
  /** Number of the article it comes from. */
  readonly article?: number;
}

/** How officers rise. */
export interface Promotion {
  /** The steps, in any order. */
  readonly steps?: readonly PromotionStep[];
  /** What the steps do not say. */
  readonly rules?: readonly Rule[];
}

/** A system of ranks (衔), as its law sets it out. */
export interface RankSystem {
  /** Name of the system, for example 关衔. */
  readonly name: string;
  /** One paragraph about it. */
  readonly summary?: string;
  /** The law that every `article` belongs to. */
  readonly source?: Source;
  /** The careers; at least one. */
  readonly tracks: readonly Track[];
  /** Which ranks a position, title or length of service may hold. */
  readonly bands?: readonly Band[];
  /** Who confers which ranks. */
  readonly conferral?: readonly Conferral[];
  /** How officers rise. */
  readonly promotion?: Promotion;
}

/** A related link (相关). */
export interface Link {
  /** What the reader will find there. */
  readonly label: string;
  /** Address: http or https. */
  readonly url: string;
  /** One sentence about it. */
  readonly description?: string;
}

/** A public agency, in one language. */
export interface Agency {
  /** Address of the JSON Schema, for editors; ignored. */
  readonly $schema?: string;
  /** Lower-case name of the agency, for example `gacc`. */
  readonly id?: string;
  /** BCP 47 tag of the language of all texts, for example `zh-Hans`. */
  readonly lang: string;
  /** Day on which the texts were last compared with their sources, as an ISO 8601 date. */
  readonly asOf?: string;
  /** Source of everything that names no other. */
  readonly source?: Source;
  /** Present when the texts are a translation. */
  readonly translation?: Translation;
  /** Full official name. */
  readonly name: string;
  /** Category under which a directory lists it, for example 常用网站. */
  readonly category?: string;
  /** Legal standing, for example 国务院直属机构. */
  readonly status?: string;
  /** Administrative level, for example 正部级. */
  readonly level?: string;
  /** What it is and does, in one paragraph. */
  readonly summary?: string;
  /** Paragraphs about the agency (概况). A paragraph equal to the summary is shown once. */
  readonly overview?: readonly string[];
  /** Official site: http or https. */
  readonly url?: string;
  /** What it is charged with. */
  readonly duties?: Duties;
  /** Its system of ranks. */
  readonly ranks?: RankSystem;
  /** Related links. */
  readonly links?: readonly Link[];
}

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
