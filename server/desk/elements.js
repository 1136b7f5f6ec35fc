/* Builds elements whose words follow the language of the page. Nothing here ever parses HTML. */

/** Node → what writes its words anew after a change of language. */
const writers = new WeakMap();
let lastId = 0;

function write(node, writer) {
  writer();
  writers.set(node, [...(writers.get(node) ?? []), writer]);
}

/** A text whose words come from a function. */
export function words(getText) {
  const node = document.createTextNode('');
  write(node, () => (node.data = getText()));
  return node;
}

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} attributes - `onclick` and the like are listeners; a function gives a
 *   value that depends on the language; `true` sets an empty attribute, `false` and null set none
 * @param {...(Node | string | (() => string) | null | false | undefined)} children - functions as above
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (typeof value === 'function') write(node, () => node.setAttribute(name, value()));
    else if (value !== false && value !== null && value !== undefined)
      node.setAttribute(name, value === true ? '' : value);
  }
  const present = children.filter((child) => child || child === 0);
  node.append(...present.map((child) => (typeof child === 'function' ? words(child) : child)));
  return node;
}

/** A button that submits nothing. */
export const button = (getLabel, onclick, attributes = {}) =>
  element('button', { type: 'button', onclick, ...attributes }, getLabel);

/** An id that no other element of the page has. */
export function uniqueId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Writes all words inside a node in the present language; what was typed and focused stays. */
export function writeAnew(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode())
    for (const writer of writers.get(node) ?? []) writer();
}
