/* Replaces built-ins and adds members in the ways of libraries on old pages. */
(() => {
  // Some in-app browsers have none.
  Object.defineProperty(window, 'crypto', { value: undefined });

  // Datejs and MooTools More.
  const { parse } = Date;
  Date.parse = (text) => new Date(parse(text));
  Date.now = () => new Date();

  // Prototype.js up to 1.6.
  Array.prototype.toJSON = function () {
    return `[${this.map((one) => JSON.stringify(one))}]`;
  };
  String.prototype.toJSON = function () {
    return `"${this}"`;
  };
  Number.prototype.toJSON = function () {
    return `${this}`;
  };
  Array.prototype.reduce = function () {
    return this.length < 2 ? this[0] : this;
  };
  Array.prototype.entries = function () {
    return [...this];
  };
  for (const name of ['every', 'filter', 'find', 'forEach', 'map', 'some']) {
    const native = Array.prototype[name];
    // Hands on the value and its place, but not the list.
    Array.prototype[name] = function (visit, self) {
      return native.call(this, (value, index) => visit.call(self, value, index));
    };
  }
  const inherited = (object) => {
    const names = [];
    for (const name in object) names.push(name);
    return names;
  };
  Object.values = (object) => inherited(object).map((name) => object[name]);
  HTMLElement.prototype.remove = function () {
    this.parentNode.removeChild(this);
  };

  // MooTools 1.4.
  Array.from = (one) => (one === undefined ? [] : Array.isArray(one) ? one : [one]);
  Function.prototype.bind = function (self, values) {
    return (...given) => this.apply(self, values === undefined ? given : [].concat(values));
  };
  window.Event = function Event(event) {
    this.event = event;
  };

  // What pages themselves wrote before browsers had it.
  String.prototype.startsWith = function (text) {
    return String(this.match(`^${text}`)) === text;
  };
  String.prototype.endsWith = function (text) {
    return String(this.match(`${text}$`)) === text;
  };
  String.prototype.trim = function () {
    return this.replace(/^\s+|\s+$/g, '');
  };
  window.CustomEvent = function (name, { bubbles = false, cancelable = false, detail } = {}) {
    const event = document.createEvent('CustomEvent');
    event.initCustomEvent(name, bubbles, cancelable, detail);
    return event;
  };

  // Members that every loop over an object meets.
  const add = (prototype, names) => {
    for (const name of names) if (!(name in prototype)) prototype[name] = () => 'of the page';
  };
  const names = ['clear', 'clone', 'contains', 'each', 'empty', 'extend', 'first', 'has', 'hide'];
  names.push('include', 'last', 'merge', 'select', 'size', 'toggle');
  // Sugar.
  names.push(
    'all',
    'any',
    'count',
    'equals',
    'find',
    'isEmpty',
    'keys',
    'map',
    'max',
    'none',
    'sum',
  );
  for (const type of [Array, Date, Element, Function, Number, Object, RegExp, String]) {
    add(type.prototype, names);
    // No property could be defined any more, and the driver of this browser defines some.
    if (type !== Object) add(type.prototype, ['get', 'set']);
  }
})();
