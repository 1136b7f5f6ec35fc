/* Pages on which each of the checks of this folder has to fail: otherwise they could not find anything. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHosts } from './site.mjs';
import { differenceOf, visit } from './visit.mjs';

/** Leaves in a page one of everything that the record knows. */
const LITTER = `
window.left = 1;
Array.prototype.left = 1;
Element.prototype.remove = function () { this.parentNode.removeChild(this); };
Promise.left = 1;
Object.defineProperty(Symbol, 'left', { value: Symbol() });
document.title = 'left';
document.cookie = 'left=1';
document.body.className = 'left';
document.documentElement.lang = 'en';
localStorage.left = sessionStorage.left = 1;
document.head.append(document.createElement('style'));
document.body.append(document.createElement('div'));
document.forms.search.remove();
document.adoptedStyleSheets = [new CSSStyleSheet()];
addEventListener('scroll', function left() {});
document.addEventListener('keydown', function left() {}, true);
document.body.onclick = function left() {};`;

const FOUND = [
  'Array.prototype: new left',
  'Element.prototype: other remove',
  'Promise: new left',
  'Symbol: new left',
  'adopted styles: new 0',
  'body: new <div>',
  'body: no <form name="search" id="search" action="/search">',
  'globalThis: new left',
  'head: new <style>',
  'localStorage: new left',
  'new listener on document.body: click',
  'new listener on document: keydown, captured',
  'new listener on window: scroll',
  'sessionStorage: new left',
  'styles of the page: new 0',
  'the document: other <body>',
  'the document: other <html>',
  'the document: other cookies',
  'the document: other title',
];

let hosts;
let clean;
before(async () => {
  hosts = await openHosts();
  clean = await visit(hosts.open, {}, { spoil: LITTER, widths: [800, 360] });
});
after(() => hosts.close());

describe('what is seen of a page', () => {
  it('is everything that somebody leaves in it', () =>
    assert.deepEqual(clean.changes.sort(), FOUND));

  it('is an error of a script, and that it is another page now', async () => {
    const call = `onmousedown = function () { location.reload(); throw Error('own'); };`;
    const { failure, faults, changes } = await visit(hosts.open, { call });
    assert.equal(faults[0], 'own');
    assert.match(failure.message, /context/);
    assert.deepEqual(changes, ['another page']);
  });
});

describe('what is seen of the widgets', () => {
  it('is that they look otherwise', async () => {
    const visited = await visit(hosts.open, {
      head: '<style>::part(link) { letter-spacing: 1px }</style>',
    });
    assert.match(await differenceOf(clean, visited), /differ|not/);
  });

  it('is that they hear no key', async () => {
    const deaf = `addEventListener('keydown', function (event) { event.preventDefault(); }, true);`;
    const { failure } = await visit(hosts.open, { before: deaf, isBroken: true });
    assert.match(failure.message, /找到 1 项/);
  });

  it('is that they hear no click', async () => {
    const deaf = `addEventListener('click', function (event) { event.stopImmediatePropagation(); event.preventDefault(); }, true);`;
    const { failure } = await visit(hosts.open, { before: deaf, isBroken: true });
    assert.match(failure.message, /aria-expanded/);
  });
});
