/* The smallest page for each habit that once broke a widget, and for its kin. */

/** Text of a page that is drawn otherwise. It hinders nobody from using the widgets. */
const body = (styles) => ({ head: `<style>body { ${styles} }</style>`, isOnlySeen: true });

/** Sends the focus to the search of the page, as many sites do for a letter, "/" or a shortcut. */
const SHORTCUTS = `document.addEventListener('keydown', function (event) {
  if (event.key !== '/' && event.key !== 's' && event.key !== 'Enter') return;
  if (/^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(event.target.tagName)) return;
  event.preventDefault();
  document.forms.search.q.focus();
});`;

/** Kept old browsers from going back when somebody pressed Backspace outside a field. */
const BACKSPACE = `document.onkeydown = function (event) {
  if (event.keyCode === 8 && !/^(input|textarea)$/i.test(event.target.tagName)) return false;
};`;

/** Kept forms from being sent by Enter. */
const ENTER = `document.onkeypress = document.onkeydown = function (event) {
  var node = event.target || event.srcElement;
  if (event.keyCode === 13 && node.type !== 'textarea' && node.tagName !== 'TEXTAREA') return false;
};`;

/** What ASP.NET writes for the default button of a panel. */
const DEFAULT_BUTTON = `function fireDefaultButton(event, target) {
  if (event.keyCode !== 13) return true;
  var source = event.target;
  if (source && source.tagName.toLowerCase() === 'textarea') return true;
  document.getElementById(target).click();
  event.cancelBubble = true;
  return false;
}`;

/** Kept readers from selecting and copying the text of a page, but for its fields and links. */
const MOUSE = `document.onpointerdown = document.onmousedown = document.onclick = document.onselectstart =
  document.oncontextmenu = function (event) {
  if (!/^(INPUT|TEXTAREA|SELECT|A|BUTTON|LABEL)$/.test(event.target.tagName)) return false;
};`;

const FREEZE = `[Object, Array, Function, Symbol, String, Number, Promise, Map, Set, WeakMap, Date, RegExp, JSON, Math, Reflect]
  .forEach(function (one) { Object.freeze(one); if (one.prototype) Object.freeze(one.prototype); });`;

/** What scripts before 2010 did to every object, so that \`for (x in y)\` finds it. */
const ENUMERABLE = `['Array', 'Object', 'String', 'Function', 'Number', 'Date', 'RegExp'].forEach(function (name) {
  window[name].prototype.inherits = function () { return 'inherited'; };
});`;

/** Wrote JSON before browsers did, in Prototype 1.6. Browsers ask it before they write. */
const TO_JSON = `Array.prototype.toJSON = function () { return '["' + this.join('", "') + '"]'; };
String.prototype.toJSON = function () { return '"' + this + '"'; };
Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };`;

/** Functions that old libraries put in place of newer ones of the browser, without what those do more. */
const OLD_FORMS = `Array.from = function (list) { var all = []; for (var i = 0; i < list.length; i++) all.push(list[i]); return all; };
Element.prototype.matches = Element.prototype.webkitMatchesSelector;
String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this; };
Element.prototype.toggle = Element.prototype.show = Element.prototype.hide = function () { return this; };`;

/** Name → what the page has; see `pageOf`. */
export const MADE_UP = {
  'whose Date.parse returns a date': {
    before: 'Date.parse = function (text) { return new Date(text); };',
  },
  'that gives functions the word "once"': { before: 'Function.prototype.once = function () {};' },
  'that gives functions "passive" and "capture"': {
    before: `Function.prototype.passive = function () {}; Function.prototype.capture = function () {};`,
  },
  'with keys of its own': { before: SHORTCUTS },
  'that keeps Backspace from going back': { before: BACKSPACE },
  'that keeps Enter from sending': { before: ENTER },
  'in the form of ASP.NET with a default button': {
    before: DEFAULT_BUTTON,
    around: (all) =>
      `<form id="form1" action="/sent" onkeypress="return fireDefaultButton(event, 'ok')"><input type="submit" id="ok">${all}</form>`,
  },
  'that allows the mouse in fields only': { before: MOUSE },
  'that freezes the language': { before: FREEZE },
  'that adds to every prototype': { before: ENUMERABLE },
  'whose arrays write themselves as JSON': { before: TO_JSON },
  'that puts old functions in place of new ones': { before: OLD_FORMS },
  'whose links all open a window': { head: '<base target="_blank">' },
  'whose address is a route': { route: '#/home?x=1' },
  'that unsets every style': { head: '<style>* { all: unset !important; }</style>' },
  'that shows everything in a line': {
    head: '<style>body * { display: inline !important; }</style>',
  },
  'with letters that cast shadows': body(
    'text-shadow: 2px 2px red; -webkit-text-fill-color: red; -webkit-text-stroke: 1px red',
  ),
  'with lines under its text': body(
    'text-decoration: underline red; text-emphasis: dot; text-align-last: justify',
  ),
  'with other breaks': body(
    'word-break: break-all; hyphens: auto; line-break: anywhere; text-wrap: nowrap; tab-size: 2',
  ),
  'that writes downwards': {
    head: '<style>body { writing-mode: vertical-rl; text-orientation: upright; }</style>',
    cannotCompare: 'its blocks follow each other from right to left',
  },
  'with letters of no size': body(
    'font: italic small-caps 900 0/0 monospace; letter-spacing: 9px; word-spacing: 9px; text-indent: 3em; text-transform: uppercase; text-align: right; visibility: visible; direction: rtl',
  ),
  'in quirks mode': { doctype: '' },
  'of HTML 4.01 without an address': {
    doctype: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
  },
};

const OWN_TEXT = [
  'profile-card agency="gacc"',
  'duty-list agency="gacc"',
  'rank-ladder agency="gacc"',
  'link-list agency="gacc"',
  'comment-box endpoint="/" site="customs"',
]
  .map((start) => `<customs-${start}><p>原文</p></customs-${start.split(' ')[0]}>`)
  .join('');

/** A page of XML, where no text can be read as HTML, and modules do not run. */
export const XHTML = {
  type: 'application/xhtml+xml',
  markup: `<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-Hans"><head><title>页面</title>
<script src="/cdn/customs-widgets.classic.js"></script></head><body>${OWN_TEXT}</body></html>`,
};
