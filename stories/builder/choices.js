/* Choices of a webmaster, and the page address that stores them. */

/** Kinds of snippets, in the order of the page. */
export const FORMS = ['script', 'placeholder', 'server', 'html', 'npm', 'offline', 'frame'];

/**
 * Choices of a fresh page. The type of each value is the type of the choice. `attributes` has the
 * values by attribute name, with `true` for one without a value. It keeps those of other elements
 * too.
 */
export const DEFAULTS = {
  /** Language of this page. */
  page: 'zh-Hans',
  widget: 'duty-list',
  /** Source of the agency: the name of a built-in one, `src` or `json`. */
  data: 'gacc',
  prefix: 'customs',
  form: 'script',
  script: 'module',
  files: 'one',
  styles: 'inline',
  folder: 'cdn/',
  width: 'phone',
  scheme: 'light',
};

/** Choices with a fixed set of values. Any other value in an address means the default. */
const ACCEPTED = {
  page: ['zh-Hans', 'en'],
  data: ['gacc', 'src', 'json'],
  form: FORMS,
  script: ['module', 'classic'],
  files: ['one', 'all'],
  styles: ['inline', 'files'],
  width: ['phone', 'desktop'],
  scheme: ['light', 'dark'],
};

/** Attribute name as in a placeholder of the library. */
const ATTRIBUTE = /^data-([a-z][a-z0-9-]*)$/;

/**
 * Reads the choices from an address.
 *
 * @param search - the query, with or without its `?`
 * @param widgets - names of the elements
 */
export function fromAddress(search, widgets) {
  const parameters = new URLSearchParams(search);
  const accepted = { ...ACCEPTED, widget: widgets };
  const choices = { ...DEFAULTS, attributes: {}, json: '' };
  for (const [name, value] of parameters) {
    const [, attribute] = ATTRIBUTE.exec(name) ?? [];
    if (attribute) choices.attributes[attribute] = value === '' ? true : value;
    else if (Object.hasOwn(DEFAULTS, name) && (accepted[name]?.includes(value) ?? true)) {
      choices[name] = value;
    }
  }
  return choices;
}

/**
 * Writes the choices as a query: everything that differs from the default, with attributes as
 * `data-…` like in a placeholder. The webmaster's JSON is left out, because addresses end up in
 * logs and chats.
 *
 * @returns the query with its `?`, or an empty text for a fresh page
 */
export function toAddress(choices) {
  const parameters = new URLSearchParams();
  for (const [name, preset] of Object.entries(DEFAULTS)) {
    if (choices[name] !== preset) parameters.set(name, choices[name]);
  }
  for (const [name, value] of Object.entries(choices.attributes)) {
    if (value === true) parameters.set(`data-${name}`, '');
    else if (value) parameters.set(`data-${name}`, value);
  }
  const query = parameters.toString();
  return query && `?${query}`;
}

/** Changes some choices. An attribute with the value `''` or `false` is removed. */
export function change(choices, { attributes = {}, ...rest }) {
  return { ...choices, ...rest, attributes: { ...choices.attributes, ...attributes } };
}

/** True if the script files accept a prefix and it makes a valid element name. */
export const isPrefix = (prefix) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix);
