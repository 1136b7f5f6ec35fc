/* What a webmaster has chosen, and the address of the page that says the same. */

/** The forms in which a snippet can be copied, in the order of the page. */
export const FORMS = ['script', 'placeholder', 'server', 'html', 'npm', 'offline', 'frame'];

/**
 * The choices of a fresh page; the type of each value is that of the choice. Values of attributes lie in `attributes`
 * by their names, `true` for one without a value, and those of other elements stay there.
 */
export const DEFAULTS = {
  /** Language of this page. */
  page: 'zh-Hans',
  widget: 'duty-list',
  /** Where the agency comes from: the name of a built-in one, `src` or `json`. */
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

/** Choices that have a few values only; another one in an address means the default. */
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

/** A name of an attribute, as a placeholder of the library writes it. */
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
 * Writes the choices as a query: what is not the default, and attributes as `data-…` like a placeholder does. The
 * JSON of the webmaster stays out of it: an address ends up in logs and chats.
 *
 * @returns the query with its `?`, or nothing for a fresh page
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

/** The choices with some of them changed; an attribute that is `''` or `false` is taken back. */
export function change(choices, { attributes = {}, ...rest }) {
  return { ...choices, ...rest, attributes: { ...choices.attributes, ...attributes } };
}

/** Whether a prefix makes the name of an element, and one that the script files accept. */
export const isPrefix = (prefix) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix);
