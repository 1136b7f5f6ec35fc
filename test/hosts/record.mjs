/*
 * What a page has that the widgets must leave alone: the language, the platform, and its own document. Listeners are read
 * through the browser, so that no function of the page has to be replaced.
 */

/** What the widgets do add to a page, and why. */
export const OURS = [
  // The only global. Scripts of the page use it.
  /^globalThis: new CustomsWidgets$/,
  // What copies of the library on one page share, under names that nobody else has.
  /^globalThis: new Symbol\(customs-widgets\/[^)]*\)$/,
  // What a policy has blocked is for the page doctor, which may come at any time.
  /^new listener on document: securitypolicyviolation$/,
  // The region that speaks to screen readers has to be there before it speaks, so it stays.
  /^body: new <div role="status" data-customs-announcer=/,
  // The parts of the script file that were fetched on demand, whose hashes the browser has checked.
  /^head: new <link rel="modulepreload"/,
];

/**
 * Runs in the page before everything else, and keeps the functions that it needs, because hosts replace them. Gives the
 * page two functions: `takeRecord()`, and `compareRecord()`, which says in words what is different since then.
 */
export function watchHost() {
  const { ownKeys, getOwnPropertyDescriptor: describe, defineProperty } = Reflect;
  const { is, create } = Object;
  const asText = String;
  const FIELDS = ['value', 'get', 'set'];
  const nameOf = (key) => (typeof key === 'symbol' ? `Symbol(${key.description})` : key);

  /** The globals of the page; and of each constructor among them what itself and its prototype have. */
  function places() {
    const found = create(null);
    found.globalThis = window;
    for (const name of ownKeys(window)) {
      const { value } = describe(window, name) ?? {};
      if (typeof value !== 'function' || name === 'CustomsWidgets') continue;
      found[nameOf(name)] = value;
      const prototype = describe(value, 'prototype')?.value;
      if (prototype) found[`${nameOf(name)}.prototype`] = prototype;
    }
    return found;
  }

  function propertiesOf(object) {
    const found = create(null);
    for (const key of ownKeys(object)) found[key] = describe(object, key);
    return found;
  }

  const itemsOf = (list) => {
    const items = create(null);
    for (let at = 0; at < list.length; at += 1) items[at] = list[at];
    return items;
  };

  /** Everything of the document by name, as texts or as what it is. */
  function documentParts() {
    const { head, body, documentElement, styleSheets, adoptedStyleSheets, title } = document;
    const parts = create(null);
    const attributes = ({ attributes }) => {
      let text = '';
      for (let at = 0; at < attributes.length; at += 1) {
        text += ` ${attributes[at].name}="${attributes[at].value}"`;
      }
      return text;
    };
    const children = (parent) => {
      const found = create(null);
      for (let one = parent.firstElementChild; one; one = one.nextElementSibling) {
        if (one.id !== 'widgets' && one.id !== 'script-of-widgets') {
          found[`<${one.localName}${attributes(one)}>`] = one;
        }
      }
      return found;
    };
    parts.head = children(head);
    parts.body = children(body);
    parts['styles of the page'] = itemsOf(styleSheets);
    parts['adopted styles'] = itemsOf(adoptedStyleSheets);
    parts['the document'] = {
      title,
      '<html>': attributes(documentElement),
      '<body>': attributes(body),
      cookies: document.cookie,
      address: location.pathname + location.search,
    };
    for (const name of ['localStorage', 'sessionStorage']) {
      const items = create(null);
      for (let at = 0; at < window[name].length; at += 1) {
        const key = window[name].key(at);
        items[key] = window[name].getItem(key);
      }
      parts[name] = items;
    }
    return parts;
  }

  let before;
  function take() {
    const properties = create(null);
    const all = places();
    for (const place of ownKeys(all)) properties[place] = propertiesOf(all[place]);
    return { properties, parts: documentParts() };
  }

  const differs = (one, other) => FIELDS.some((field) => !is(one[field], other[field]));

  function compare() {
    const after = take();
    const found = [];
    const note = (text) => void (found[found.length] = text);
    const compareIn = (kind, isOther) => {
      for (const place of ownKeys(before[kind])) {
        const [was, now] = [before[kind][place], after[kind][place] ?? create(null)];
        for (const key of ownKeys(now)) if (!(key in was)) note(`${place}: new ${nameOf(key)}`);
        for (const key of ownKeys(was)) {
          if (!(key in now)) note(`${place}: no ${nameOf(key)}`);
          else if (isOther(was[key], now[key])) note(`${place}: other ${nameOf(key)}`);
        }
      }
    };
    compareIn('properties', differs);
    compareIn('parts', (one, other) => !is(one, other));
    return found.join('\n');
  }

  const give = (name, value) => defineProperty(window, name, { value });
  give('takeRecord', () => void (before = take()));
  give('compareRecord', () => asText(compare()));
}

/** Lists the listeners on what every page has. */
export async function listenersOf(client) {
  const found = [];
  for (const name of [
    'window',
    'document',
    'document.documentElement',
    'document.head',
    'document.body',
  ]) {
    const { result } = await client.send('Runtime.evaluate', { expression: name });
    const { listeners } = await client.send('DOMDebugger.getEventListeners', result);
    found.push(
      ...listeners.map(
        ({ type, useCapture }) => `${name}: ${type}${useCapture ? ', captured' : ''}`,
      ),
    );
  }
  return found.sort();
}
