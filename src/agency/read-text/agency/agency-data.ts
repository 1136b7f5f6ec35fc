import type { OutlinedRanks } from './rank-outline.js';

/** A duty, as it was read. */
export interface ReadDuty {
  /** Number as printed, if it is not simply the position in the list. */
  readonly number?: string;
  readonly title: string;
  readonly text?: string;
}

/** A link, as it was read. */
export interface ReadLink {
  readonly label: string;
  readonly url: string;
}

/**
 * An agency, as it was read from passages: one of the forms of `AgencyData`. The order of the
 * members is that of the file.
 */
export interface ReadAgency {
  readonly lang: string;
  readonly asOf?: string;
  readonly source?: {
    readonly title: string;
    readonly publisher?: string;
    readonly date?: string;
    readonly url?: string;
    readonly note?: string;
  };
  readonly name: string;
  readonly category?: string;
  readonly status?: string;
  readonly level?: string;
  readonly summary?: string;
  readonly overview?: readonly string[];
  readonly url?: string;
  readonly telephone?: string;
  readonly address?: string;
  readonly openingHours?: string;
  readonly duties?: { readonly preamble?: readonly string[]; readonly items: readonly ReadDuty[] };
  readonly ranks?: OutlinedRanks;
  readonly links?: readonly (
    ReadLink | { readonly group: string; readonly links: readonly ReadLink[] }
  )[];
}
