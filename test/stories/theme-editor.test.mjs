/* The theme editor in Storybook: a designer gives all elements the look of another agency. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openStories } from './room/open-stories.mjs';
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { document as pageOf, openSite, script, shown } from '../page/site.mjs';

const STORY = { id: 'foundations--theme-editor', tags: [] };
let room;
let page;
let window;
before(async () => {
  room = await openStories();
  window = await room.openWindow(1200);
  ({ page } = window);
});
after(() => room.close());
beforeEach(async () => {
  await page.evaluate(() => window.location.protocol.startsWith('http') && sessionStorage.clear());
  assert.deepEqual(await window.show(STORY), []);
});

const editor = (run, ...args) => page.$eval('theme-editor', run, ...args);

/** Types into a field of the editor, so its form notices. */
const fill = (name, value) =>
  editor(
    async (element, field, text) => {
      const input = element.shadowRoot.querySelector(`[name="${field}"]`);
      input.value = text;
      input.dispatchEvent(new Event('change'));
      await element.updateComplete;
      return input.validationMessage;
    },
    name,
    value,
  );
const css = () => editor((element) => element.shadowRoot.querySelector('textarea').value);
const contrast = () =>
  editor((element) => element.shadowRoot.querySelector('table + p').textContent.trim());

/** Reads the surface colour of an element in the preview. */
const surfaceOf = (tag) =>
  editor((element, name) => {
    const { shadowRoot } = element.shadowRoot.querySelector(name);
    return getComputedStyle(shadowRoot.querySelector('.frame')).backgroundColor;
  }, tag);

describe('the theme editor', () => {
  it('dresses every element at once', async () => {
    await fill('color-surface', '#fffbe6');
    for (const name of [...AGENCY_ELEMENTS, 'comment-box']) {
      assert.equal(await surfaceOf(`customs-${name}`), 'rgb(255, 251, 230)', name);
    }
  });

  it('begins with any theme of the package', async () => {
    await fill('theme', 'uswds-like');
    assert.match(await css(), /--customs-color-accent: #005ea2;/);
    assert.doesNotMatch(await css(), /--customs-target-size/, 'what is as by default is left out');
  });

  it('keeps what was made when the page is loaded again, until told to start over', async () => {
    await fill('theme', 'govuk-like');
    await fill('scheme', 'dark');
    await fill('color-surface', '#123');
    const made = await css();
    assert.deepEqual(await window.show(STORY, { examined: false }), []);
    assert.equal(await css(), made);
    assert.equal(await surfaceOf('customs-link-list'), 'rgb(17, 34, 51)');
    await editor((element) => [...element.shadowRoot.querySelectorAll('button')].at(-1).click());
    assert.doesNotMatch(await css(), /#123/);
  });

  it('edits light and dark pages apart', async () => {
    await fill('scheme', 'dark');
    await fill('color-surface', '#000');
    assert.equal(await surfaceOf('customs-duty-list'), 'rgb(0, 0, 0)');
    assert.match(await css(), /--customs-color-surface: light-dark\(#fff, #000\);/);
  });

  it('says which contrast is lost', async () => {
    assert.equal(await contrast(), 'Every contrast is kept.');
    await fill('color-text', '#aaa');
    assert.equal(await contrast(), '3 of 10 contrasts are too low.');
  });

  it('takes no value that is none, says why, and keeps what was typed', async () => {
    const before = await css();
    assert.match(await fill('color-accent', 'bluish'), /#rrggbb/);
    assert.match(await fill('radius', '8'), /px/);
    assert.match(await fill('text-scale', 'big'), /number/);
    assert.equal(await css(), before);
    const typed = await editor(
      (element) => element.shadowRoot.querySelector('[name="radius"]').value,
    );
    assert.equal(typed, '8');
  });

  it('gives CSS that does the same to the script files on a strict page', async () => {
    await fill('theme', 'govuk-like');
    await fill('color-accent', '#6b1f7b');
    const site = await openSite();
    try {
      site.publish('/brand.css', await css(), 'text/css');
      const head = '<link rel="stylesheet" href="/brand.css">';
      const body = `<customs-link-list></customs-link-list>${script('/cdn/link-list.js')}`;
      const { page: strict, faults } = await site.open(pageOf(head, body));
      await shown(strict, 'customs-link-list');
      const look = await strict.$eval('customs-link-list', ({ shadowRoot }) => ({
        link: getComputedStyle(shadowRoot.querySelector('a')).color,
        radius: getComputedStyle(shadowRoot.querySelector('.frame')).borderRadius,
      }));
      assert.deepEqual(look, { link: 'rgb(107, 31, 123)', radius: '0px' });
      assert.deepEqual(faults, []);
    } finally {
      await site.close();
    }
  });
});
