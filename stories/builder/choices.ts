/* Choices of a webmaster, and the page address that stores them. */
import type { PageLanguage } from '../pages/languages.js';

/** Values of attributes by name; `true` for one without a value. */
type AttributeValues = Readonly<Record<string, string | boolean | undefined>>;

/** Kinds of snippets, in the order of the page. */
export const FORMS = [
  'script',
  'placeholder',
  'server',
  'html',
  'npm',
  'offline',
  'frame',
] as const;
export type Form = (typeof FORMS)[number];

/** Kinds of snippets that a whole page can be made of. */
export const PAGE_FORMS = ['script', 'placeholder', 'html'] as const satisfies readonly Form[];
export type PageForm = (typeof PAGE_FORMS)[number];

/** Form of a whole page. One that makes no page means a script. */
export const pageFormOf = ({ form }: Pick<Choices, 'form'>): PageForm =>
  PAGE_FORMS.find((one) => one === form) ?? 'script';

/** Where the agency comes from: a built-in one, an address, typed JSON, or the editor's draft. */
export const SOURCES = ['gacc', 'editor', 'json', 'src'] as const;
export type DataSource = (typeof SOURCES)[number];

/** Everything that is kept in the address, but attributes. */
interface AddressedChoices {
  /** Language of this page. */
  readonly page: PageLanguage;
  /** One element or a whole page. */
  readonly make: 'element' | 'page';
  readonly widget: string;
  /** If a whole page is made of parts, or of the one element that has them all. */
  readonly whole: 'parts' | 'one';
  /** Names of the elements of a whole page, in their order. */
  readonly shows: string;
  readonly title: string;
  readonly description: string;
  readonly data: DataSource;
  /** Where the data of a whole page stands: in a file beside it, or in the page. */
  readonly place: 'file' | 'inside';
  readonly prefix: string;
  readonly form: Form;
  readonly script: 'module' | 'classic';
  readonly files: 'one' | 'all';
  readonly styles: 'inline' | 'files';
  /** Address of the folder with the library. */
  readonly folder: string;
  /** Colour of the office, as `#rrggbb`; empty for the library's own. */
  readonly brand: string;
  readonly width: 'phone' | 'desktop';
  readonly scheme: 'light' | 'dark';
}

export interface Choices extends AddressedChoices {
  /** Values by attribute name. It keeps those of other elements too. */
  readonly attributes: AttributeValues;
  /** Typed JSON. */
  readonly json: string;
}

/** Choices to change. An attribute with the value `''` or `false` is removed. */
export type Changes = Partial<Choices>;

/** Choices of a fresh page. */
export const DEFAULTS: AddressedChoices = {
  page: 'zh-Hans',
  make: 'element',
  widget: 'duty-list',
  whole: 'parts',
  shows: 'profile-card,duty-list,rank-ladder,link-list',
  title: '',
  description: '',
  data: 'gacc',
  place: 'file',
  prefix: 'customs',
  form: 'script',
  script: 'module',
  files: 'one',
  styles: 'inline',
  folder: 'customs-widgets/',
  brand: '',
  width: 'phone',
  scheme: 'light',
};

/** Choices with a fixed set of values. Any other value in an address means the default. */
const ACCEPTED: Readonly<Partial<Record<string, readonly string[]>>> = {
  page: ['zh-Hans', 'en'],
  make: ['element', 'page'],
  whole: ['parts', 'one'],
  data: SOURCES,
  place: ['file', 'inside'],
  form: FORMS,
  script: ['module', 'classic'],
  files: ['one', 'all'],
  styles: ['inline', 'files'],
  width: ['phone', 'desktop'],
  scheme: ['light', 'dark'],
};

/** Choices of an address that names none. Who comes from the editor has a whole office to show. */
const presetsOf = (data: string, page: PageLanguage): AddressedChoices => ({
  ...DEFAULTS,
  page,
  make: data === 'editor' ? 'page' : 'element',
});

/** Attribute name as in a placeholder of the library. */
const ATTRIBUTE = /^data-([a-z][a-z0-9-]*)$/;

/** Names of the elements of a whole page, in their order. */
export const shownBy = ({ shows }: Pick<Choices, 'shows'>): readonly string[] =>
  shows.split(',').filter(Boolean);

/**
 * Reads the choices from an address.
 *
 * @param search - the query, with or without its `?`
 * @param widgets - names of the elements
 * @param page - language of the page, if the address names none
 */
export function fromAddress(
  search: string,
  widgets: readonly string[],
  page = DEFAULTS.page,
): Choices {
  const accepted: typeof ACCEPTED = { ...ACCEPTED, widget: widgets };
  const choices: Record<string, string> = {};
  const attributes: Record<string, string | boolean> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const attribute = ATTRIBUTE.exec(name)?.[1];
    if (attribute) attributes[attribute] = value === '' ? true : value;
    else if (Object.keys(DEFAULTS).includes(name) && (accepted[name]?.includes(value) ?? true)) {
      choices[name] = value;
    }
  }
  // Each value was compared with the accepted ones.
  const presets = presetsOf(choices['data'] ?? DEFAULTS.data, page);
  const read = { ...presets, ...choices, attributes, json: '' } as Choices;
  const shown = shownBy(read).filter((name) => widgets.includes(name));
  return { ...read, shows: [...new Set(shown)].join(',') };
}

/**
 * Writes the choices as a query: everything that differs from the default, with attributes as
 * `data-…` like in a placeholder. The webmaster's JSON is left out, because addresses end up in
 * logs and chats.
 *
 * @param page - language of the page, if the address names none
 * @returns the query with its `?`, or an empty text for a fresh page
 */
export function toAddress(choices: Choices, page = DEFAULTS.page): string {
  const parameters = new URLSearchParams();
  const presets = presetsOf(choices.data, page);
  for (const [name, preset] of Object.entries(presets) as [keyof AddressedChoices, string][]) {
    if (choices[name] !== preset) parameters.set(name, choices[name]);
  }
  for (const [name, value] of Object.entries(choices.attributes)) {
    if (value === true) parameters.set(`data-${name}`, '');
    else if (value) parameters.set(`data-${name}`, value);
  }
  const query = parameters.toString();
  return query && `?${query}`;
}

/** Changes some choices. */
export const change = (choices: Choices, { attributes = {}, ...rest }: Changes): Choices => ({
  ...choices,
  ...rest,
  attributes: { ...choices.attributes, ...attributes },
});

/** True if the webmaster's own data is what the elements show. */
export const isOwnData = ({ data }: Pick<Choices, 'data'>): boolean =>
  data === 'json' || data === 'editor';

/** True if the script files accept a prefix and it makes a valid element name. */
export const isPrefix = (prefix: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix);
