/* What elements leave behind in the page after they were removed. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../.tools/project.mjs';
import { document, openSite, script, shown } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Runs in the page before everything else: counts what goes on until somebody ends it. */
function countOpen() {
  window.open = { intervals: new Set(), observers: new Set() };
  const { setInterval, clearInterval } = window;
  window.setInterval = (...given) => {
    const id = setInterval(...given);
    window.open.intervals.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    window.open.intervals.delete(id);
    clearInterval(id);
  };
  for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const { observe, disconnect } = prototype;
    prototype.observe = function (...given) {
      window.open.observers.add(this);
      return observe.apply(this, given);
    };
    prototype.disconnect = function () {
      window.open.observers.delete(this);
      return disconnect.call(this);
    };
  }
}

/** Lists what listens to the window and the document, and how much else goes on. */
async function openOn(page) {
  const client = await page.createCDPSession();
  const listeners = [];
  for (const expression of ['window', 'document']) {
    const { result } = await client.send('Runtime.evaluate', { expression });
    const found = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    listeners.push(...found.listeners.map(({ type }) => `${expression} ${type}`));
  }
  await client.detach();
  const others = await page.evaluate(() => [
    window.open.intervals.size,
    window.open.observers.size,
  ]);
  return [...listeners.sort(), ...others];
}

describe('Elements that were removed', () => {
  it('leave no listener, observer or timer on the page', async () => {
    const { page, faults } = await site.open(
      document('', `<main></main>${script('cdn/customs-widgets.js')}`),
      { prepare: countOpen },
    );
    const earlier = await openOn(page);
    await page.evaluate((names) => {
      for (const name of names) {
        const element = window.document.createElement(`customs-${name}`);
        if (name.startsWith('comment')) element.endpoint = 'service';
        window.document.querySelector('main').append(element);
      }
    }, ELEMENT_NAMES);
    await shown(page, 'customs-duty-list', 'customs-agency-page');
    const meanwhile = await openOn(page);
    assert.ok(meanwhile.includes('window hashchange') && meanwhile.includes('window online'));
    await page.evaluate(() => window.document.querySelector('main').replaceChildren());
    assert.deepEqual(await openOn(page), earlier);
    assert.deepEqual(
      faults.filter((fault) => !/404|service/.test(fault)),
      [],
    );
    await page.close();
  });
});
