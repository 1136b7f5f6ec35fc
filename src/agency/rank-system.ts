import type { Article, Identifier, Source, Words, Years } from './values.js';

/** One rank (衔级). */
export interface Rank {
  /** Lower-case name, unique in the rank system; also the name of the slot `insignia-<id>`. */
  readonly id: Identifier;
  /** Full name of the rank, for example 一级关务监督. */
  readonly name: Words;
  /** `attested`: a named source uses this name. `composed`: put together by us from attested words. Default: the original name. */
  readonly nameStatus?: 'attested' | 'composed';
}

/** Ranks of one grade (等), highest first. */
export interface Tier {
  /** Lower-case name, unique in the rank system. */
  readonly id: Identifier;
  /** Position of the tier, for example 二等. */
  readonly label?: Words;
  /** Collective name of its ranks, for example 关务监督; some tiers have none. */
  readonly name?: Words;
  /** The ranks, highest first.
   * @minItems 1 */
  readonly ranks: readonly Rank[];
}

/** A career (for example administrative or technical) with a ladder of its own. */
export interface Track {
  /** Lower-case name, unique in the rank system; value of the attribute `track`. */
  readonly id: Identifier;
  /** Name of the career; a system with one track needs none. */
  readonly name?: Words;
  /** Number of the article that lists the ranks. */
  readonly article?: Article;
  /** The tiers, highest first.
   * @minItems 1 */
  readonly tiers: readonly Tier[];
}

/** Ranks that a position, a professional title or years of service may hold. */
export interface Band {
  /** What the band is given by. */
  readonly basis: 'position' | 'title' | 'years';
  /** Name of the position or title, or the words for the years. */
  readonly label: Words;
  /** Identifier of the highest rank of the band. */
  readonly from: Identifier;
  /** Identifier of the lowest rank of the band. */
  readonly to: Identifier;
  /** Number of the article that says so. */
  readonly article?: Article;
}

/** Who confers the ranks from `from` down to `to`. */
export interface Conferral {
  /** Identifier of the highest rank. */
  readonly from: Identifier;
  /** Identifier of the lowest rank. */
  readonly to: Identifier;
  /** The office that confers the rank. */
  readonly by: Words;
  /** Whom the rule covers, where it does not cover everybody. */
  readonly scope?: Words;
  /** Number of the article that says so. */
  readonly article?: Article;
}

/** The regular time between two neighbouring ranks. */
export interface PromotionStep {
  /** Identifier of the rank that is left. */
  readonly from: Identifier;
  /** Identifier of the rank that is reached. */
  readonly to: Identifier;
  /** Years to be served; absent when the step is made by selection. */
  readonly years?: Years;
  /** Whether training has to be completed first. */
  readonly training?: boolean;
  /** Number of the article that sets the years or the selection. */
  readonly article?: Article;
  /** Number of the article that asks for the training. */
  readonly trainingArticle?: Article;
}

/** A rule in words. */
export interface Rule {
  /** The rule, in one or two sentences. */
  readonly text: Words;
  /** Number of the article it comes from. */
  readonly article?: Article;
}

/** How officers rise. */
export interface Promotion {
  /** The steps, in any order. */
  readonly steps?: readonly PromotionStep[];
  /** What the steps do not say. */
  readonly rules?: readonly Rule[];
}

/** A system of ranks (衔), as its law sets it out.
 * @check checkRanks */
export interface RankSystem {
  /** Name of the system, for example 关衔. */
  readonly name: Words;
  /** One paragraph about it. */
  readonly summary?: Words;
  /** The law that every `article` belongs to. */
  readonly source?: Source;
  /** The careers; at least one.
   * @minItems 1 */
  readonly tracks: readonly Track[];
  /** Which ranks a position, title or length of service may hold. */
  readonly bands?: readonly Band[];
  /** Who confers which ranks. */
  readonly conferral?: readonly Conferral[];
  /** How officers rise. */
  readonly promotion?: Promotion;
}
