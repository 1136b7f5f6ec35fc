import type { Article, Identifier, Source, Words, Years } from './values.js';

/** One rank (衔级). */
export interface Rank {
  /** Lower-case name, unique in the rank system. It also names the slot `insignia-<id>`. */
  readonly id: Identifier;
  /** Full name of the rank, for example 一级关务监督. */
  readonly name: Words;
  /**
   * `attested`: a named source uses this name. `composed`: the author of the data composed it from
   * attested words. Default: the original name.
   */
  readonly nameStatus?: 'attested' | 'composed';
}

/** Ranks of one grade (等), highest first. */
export interface Tier {
  /** Lower-case name, unique in the rank system. */
  readonly id: Identifier;
  /** Position of the tier, for example 二等. */
  readonly label?: Words;
  /** Collective name of the ranks, for example 关务监督. Some tiers have none. */
  readonly name?: Words;
  /** The ranks, highest first.
   * @minItems 1 */
  readonly ranks: readonly Rank[];
}

/** A career with its own ladder of ranks, for example administrative or technical. */
export interface Track {
  /** Lower-case name, unique in the rank system. It is a value of the attribute `track`. */
  readonly id: Identifier;
  /** Name of the career. A system with a single track needs none. */
  readonly name?: Words;
  /** Number of the article that lists the ranks. */
  readonly article?: Article;
  /** The tiers, highest first.
   * @minItems 1 */
  readonly tiers: readonly Tier[];
}

/** Range of ranks open to a position, a professional title or years of service. */
export interface Band {
  /** What decides the band: a position, a professional title or years of service. */
  readonly basis: 'position' | 'title' | 'years';
  /** Name of the position or title, or the years in words. */
  readonly label: Words;
  /** Identifier of the highest rank of the band. */
  readonly from: Identifier;
  /** Identifier of the lowest rank of the band. */
  readonly to: Identifier;
  /** Number of the article that sets the band. */
  readonly article?: Article;
}

/** The office that confers the ranks from `from` down to `to`. */
export interface Conferral {
  /** Identifier of the highest rank. */
  readonly from: Identifier;
  /** Identifier of the lowest rank. */
  readonly to: Identifier;
  /** The office that confers the rank. */
  readonly by: Words;
  /** The people the rule covers, if it does not cover everybody. */
  readonly scope?: Words;
  /** Number of the article that sets this rule. */
  readonly article?: Article;
}

/** Regular promotion from one rank to the next higher one. */
export interface PromotionStep {
  /** Identifier of the rank before the promotion. */
  readonly from: Identifier;
  /** Identifier of the rank after the promotion. */
  readonly to: Identifier;
  /** Years to serve before the promotion. Absent when the promotion is by selection. */
  readonly years?: Years;
  /** `true` when training must be completed first. */
  readonly training?: boolean;
  /** Number of the article that sets the years or the selection. */
  readonly article?: Article;
  /** Number of the article that requires the training. */
  readonly trainingArticle?: Article;
}

/** A rule in words. */
export interface Rule {
  /** The rule, in one or two sentences. */
  readonly text: Words;
  /** Number of the article that contains the rule. */
  readonly article?: Article;
}

/** How officers are promoted. */
export interface Promotion {
  /** The steps, in any order. */
  readonly steps?: readonly PromotionStep[];
  /** Rules that the steps do not express. */
  readonly rules?: readonly Rule[];
}

/** A system of ranks (衔), as the law defines it.
 * @check checkRanks */
export interface RankSystem {
  /** Name of the system, for example 关衔. */
  readonly name: Words;
  /** One paragraph about the system. */
  readonly summary?: Words;
  /** The law that every `article` number refers to. */
  readonly source?: Source;
  /** The careers; at least one.
   * @minItems 1 */
  readonly tracks: readonly Track[];
  /** Ranges of ranks open to a position, a title or years of service. */
  readonly bands?: readonly Band[];
  /** Which office confers which ranks. */
  readonly conferral?: readonly Conferral[];
  /** How officers are promoted. */
  readonly promotion?: Promotion;
}
