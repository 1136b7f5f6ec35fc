/* What the files of the builder hand to each other. */
import type { Agency, AgencyInput } from 'customs-widgets';
import type { render, stylesheetOf } from 'customs-widgets/render';
import type { Choices } from './choices.js';

/** An attribute and its value, as they are written; `true` for one without a value. */
export type AttributePair = readonly [name: string, value: string | true];

/** One attribute that the form offers. */
export interface Attribute {
  readonly name: string;
  readonly kind: 'choice' | 'flag' | 'number' | 'text';
  /** Accepted values of a choice. */
  readonly values: readonly string[];
  readonly preset: string;
  readonly description: string;
  /** Where the form shows it: with the data, with language and look, or with the element. */
  readonly group: 'data' | 'frame' | 'own';
  /** True if every element that shows an agency has it. */
  readonly ofAgency: boolean;
  /** What the address of a frame may set: `any` value, an address on its `own` site, or none. */
  readonly framed: 'any' | 'own' | undefined;
  readonly min?: number;
  readonly max?: number;
}

/** One element that can be chosen. */
export interface Widget {
  /** Name without a prefix. */
  readonly name: string;
  readonly className: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
  /** True if it shows an agency. */
  readonly agency: boolean;
  /** True if it shows comments. */
  readonly comments: boolean;
}

/** The elements by name. */
export type Widgets = ReadonlyMap<string, Widget>;

/** Height of an element in a window of some width, in CSS px. */
export type Height = readonly [width: number, height: number];

/** What snippets are made from, beside the choices. */
export interface Facts {
  /** Of integrity.json. */
  readonly version: string;
  readonly files: Readonly<Record<string, { readonly integrity: string }>>;
  readonly elements: Widgets;
  /** `render` of the library. */
  readonly render: typeof render;
  /** `stylesheetOf` of the library. */
  readonly stylesheetOf: typeof stylesheetOf;
  /** The agency that the elements show, if known. */
  readonly agency?: Agency | undefined;
  /** The same as its author wrote it, which may be shorter. */
  readonly written?: AgencyInput | undefined;
  /** Heights of the element in windows of several widths, once measured. */
  readonly heights?: readonly Height[] | undefined;
}

/** A snippet with everything that its writers read. */
export interface Situation {
  readonly choices: Choices;
  readonly facts: Facts;
  readonly element: Widget;
  /** Attributes to write. */
  readonly pairs: readonly AttributePair[];
  readonly attributes: Readonly<Record<string, string | true>>;
  readonly lang: string;
  /** Address of the folder with the library, with a slash at its end. */
  readonly folder: string;
  readonly prefix: string;
  /** True if the data stands inside the element. */
  readonly json: boolean;
  /** What readers without JavaScript see. */
  readonly fallback: string;
  /** The data, if it is inside, and the fallback. */
  readonly inside: string;
  readonly tag: string;
}

/** Language of code. */
export type CodeKind = 'html' | 'js' | 'css' | 'shell' | 'json';

/** A text to copy. */
export interface Part {
  readonly kind: CodeKind;
  readonly label?: Label;
  readonly code: string;
}

/** What the label of a part says, as a key of the texts. */
export type Label =
  'head' | 'styles' | 'place' | 'command' | 'install' | 'module' | 'space' | 'theme';

/** What is missing, as a key of the texts. */
export type Missing =
  | 'json'
  | 'editor'
  | 'src'
  | 'endpoint'
  | 'site'
  | 'thread'
  | 'offlineComments'
  | 'htmlComments'
  | 'unread'
  | 'offlineSrc'
  | 'frameJson'
  | 'nothingShown';

/** A remark about a snippet, as a key of the texts. */
export type Note =
  | 'placeholderJson'
  | 'commandJson'
  | 'npmJson'
  | 'npmLanguage'
  | 'offlineLanguage'
  | 'frameOwn'
  | 'frameHost'
  | 'frameDropped'
  | 'frameAddresses';

/** What a writer makes. */
export interface Written {
  readonly parts: readonly Part[];
  /** Content security policy that the page needs. */
  readonly policy?: string;
  readonly notes?: readonly Note[];
}

/** What the page shows: the parts, or what is missing. */
export interface Snippet extends Written {
  readonly problem?: Missing;
  readonly notes: readonly Note[];
}
