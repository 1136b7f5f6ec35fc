import type { Conferral, Band, Promotion } from './rank-system.js';
import type { Article, Identifier } from './values.js';
import type { WrittenSource, WrittenWords } from './written-values.js';

/** One rank (衔级). */
export interface RankData {
  /** Full name of the rank, for example 一级关务监督. */
  readonly name: WrittenWords;
  /** Lower-case name, unique in the rank system. Default: `rank-` and the position. */
  readonly id?: Identifier;
  /**
   * `attested`: a named source uses this name. `composed`: the author of the data composed it from
   * attested words. Default: the original name.
   */
  readonly nameStatus?: 'attested' | 'composed';
}

/** Ranks of one grade (等), highest first. */
export interface TierData {
  /** The ranks, highest first. A text is the name of a rank.
   * @minItems 1 */
  readonly ranks: readonly (WrittenWords | RankData)[];
  /** Lower-case name, unique in the rank system. Default: `tier-` and the position. */
  readonly id?: Identifier;
  /** Position of the tier, for example 二等. */
  readonly label?: WrittenWords;
  /** Collective name of the ranks, for example 关务监督. */
  readonly name?: WrittenWords;
}

/** A career with its own ladder of ranks, for example administrative or technical. */
export interface TrackData {
  /** The tiers, highest first. A text is the name of a rank.
   * @minItems 1 */
  readonly tiers: readonly (WrittenWords | TierData)[];
  /** Lower-case name, unique in the rank system. Default: `track-` and the position. */
  readonly id?: Identifier;
  /** Name of the career. A system with a single track needs none. */
  readonly name?: WrittenWords;
  /** Number of the article that lists the ranks. */
  readonly article?: Article;
}

/** A system of ranks (衔), as the law defines it. */
export interface RankSystemData {
  /** The careers; at least one.
   * @minItems 1 */
  readonly tracks: readonly TrackData[];
  /** Name of the system, for example 关衔. Default: 衔级, or Ranks. */
  readonly name?: WrittenWords;
  /** One paragraph about the system. */
  readonly summary?: WrittenWords;
  /** The law that every `article` number refers to. */
  readonly source?: WrittenSource;
  /** Ranges of ranks open to a position, a title or years of service. */
  readonly bands?: readonly Band[];
  /** Which office confers which ranks. */
  readonly conferral?: readonly Conferral[];
  /** How officers are promoted. */
  readonly promotion?: Promotion;
}
