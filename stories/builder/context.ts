/* What the parts of the page render. */
import type { Copied } from '../pages/copy.js';
import type { CommonTexts } from '../pages/texts.js';
import type { Changes, Choices } from './choices.js';
import type { Source } from './sources.js';
import type { Texts } from './texts/texts.js';
import type { Widget, Widgets } from './types.js';
import type { SiteFile } from './whole/types.js';

export interface Context {
  readonly texts: Texts;
  readonly common: CommonTexts;
  readonly choices: Choices;
  readonly elements: Widgets;
  /** The chosen element, and those that are shown: the same, or those of the whole page. */
  readonly element: Widget;
  readonly shown: readonly Widget[];
  /** Data of the choices as typed. */
  readonly source: Source;
  readonly copied: Copied;
  /** What became of reading a file. */
  readonly fileFault: string;
  readonly canUndo: boolean;
  readonly onChange: (changes: Changes) => void;
  readonly onCopy: (id: string, text: string) => void;
  /** Downloads a file of the whole page. */
  readonly onDownload: (id: string, file: SiteFile) => void;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
  /** Takes the place of the typed JSON, which can be brought back. */
  readonly onReplace: (json: string) => void;
  readonly onUndo: () => void;
}
