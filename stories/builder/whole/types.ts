/* What the files of the whole page hand to each other. */
import type { Missing, Note, Part } from '../types.js';

/** A file to put on the web site. */
export interface SiteFile {
  readonly name: 'index.html' | 'agency.json' | 'customs-theme.css';
  readonly kind: 'html' | 'json' | 'css';
  readonly code: string;
}

/** A whole page, or what is missing for it. */
export interface WholePage {
  readonly problem?: Missing;
  readonly files: readonly SiteFile[];
  /** The same for an editor of a content management system, which has a page already. */
  readonly fragments: readonly Part[];
  readonly policy?: string;
  readonly notes: readonly Note[];
  /** What comments lack that were chosen and are left out. */
  readonly leftOut: readonly Missing[];
  /** True if the page loads the folder of the library. */
  readonly usesFolder: boolean;
  /** True if a script file has its version in its name, and a hash. */
  readonly isPinned: boolean;
  /** True if index.html has a copy of data that stands elsewhere, for readers without the script. */
  readonly hasCopy: boolean;
}
