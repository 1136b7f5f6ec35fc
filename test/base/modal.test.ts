import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { announce } from '../../src/base/reader/announcer.js';
import { reachablePlace } from '../../src/base/reader/modal.js';
import { CustomsLinkList } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';

CustomsLinkList.define();

const region = (): HTMLElement | null => document.querySelector('[data-customs-announcer]');
const speaker = (): Promise<CustomsLinkList> =>
  fixture(html`<customs-link-list .data=${sample}></customs-link-list>`);
const says = (text: string): Promise<void> =>
  waitUntil(() => region()?.textContent.trim() === text, `says "${text}"`);
const leaveFocus = (): void => (document.activeElement as HTMLElement | null)?.blur();

describe('a dialog that says it is modal', () => {
  beforeEach(() => {
    region()?.remove();
    leaveFocus();
  });

  it('has the reader while it is shown and nothing else has the focus', async () => {
    const list = await speaker();
    const page = await fixture(
      html`<div>
        <button>outside</button>
        <section role="dialog" aria-modal="true">open</section>
      </div>`,
    );
    const dialog = page.querySelector('section')!;
    expect(reachablePlace(list) === dialog).to.equal(true);
    page.querySelector('button')!.focus();
    expect(reachablePlace(list) === document.body).to.equal(true);
    leaveFocus();
    dialog.style.visibility = 'hidden';
    expect(reachablePlace(list) === document.body).to.equal(true);
  });

  for (const hidden of ['inert', 'aria-hidden'])
    it(`is passed over, and the text is spoken, where it waits off screen: ${hidden}`, async () => {
      const list = await speaker();
      const page = await fixture<HTMLElement>(
        html`<div>
          <nav role="dialog" aria-modal="true" style="transform: translateX(-100%)">menu</nav>
        </div>`,
      );
      page.setAttribute(hidden, 'true');
      announce(list, 'beside');
      await says('beside');
      expect(region()!.parentElement === document.body).to.equal(true);
    });
});

describe('announce', () => {
  it('does not begin again and again on a page that is hidden as a whole', async () => {
    const list = await speaker();
    region()?.remove();
    document.body.setAttribute('aria-hidden', 'true');
    try {
      announce(list, 'hidden');
      await says('hidden');
    } finally {
      document.body.removeAttribute('aria-hidden');
    }
  });
});
