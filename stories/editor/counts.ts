/* How much of everything there is. */
import type { ReadAgency } from '../../src/agency/read-text/read-text.js';
import type { Passages } from './passages.js';

export interface Counts {
  readonly overview: number;
  readonly duties: number;
  readonly tiers: number;
  readonly ranks: number;
  readonly links: number;
}

/** Counts what an agency has. */
export function countsOf(passages: Passages, { ranks }: ReadAgency): Counts {
  const number = (role: string): number =>
    passages.filter((one) => one.role === role && one.text.trim()).length;
  const tiers = ranks?.tracks?.flatMap((track) => track.tiers) ?? [];
  return {
    overview: number('overview'),
    duties: number('duty'),
    tiers: tiers.length,
    ranks: tiers.flatMap((tier) => tier.ranks).length,
    links: passages.filter(({ role, address }) => role === 'link' && address?.trim()).length,
  };
}
