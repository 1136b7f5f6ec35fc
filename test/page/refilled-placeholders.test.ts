import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CustomsLinkList } from '../../src/index.js';
import { watchPlaceholders } from '../../src/page/placeholders.js';
import { replace } from '../fixtures/replace.js';

CustomsLinkList.define();
const widgets = ['link-list'];
const copies = [{ version: '1.0.0', address: '/', prefix: 'customs', widgets }];

describe('a placeholder with what its author wrote', () => {
  const restore = replace(Element.prototype, 'replaceChildren', undefined);
  after(restore);

  it('is filled without what Chromium 80 lacks, and gives the same back when it was emptied', async () => {
    const place = await fixture<HTMLElement>(
      html`<div data-customs-widget="link-list">
        <ul>
          <li>手写链接</li>
        </ul>
      </div>`,
    );
    watchPlaceholders({ copies, violations: [] })();
    const element = (): Element | null => place.querySelector(':scope > customs-link-list');
    await waitUntil(element);
    expect(element()!.textContent!.trim()).to.equal('手写链接');
    const first = element()!;
    place.textContent = '';
    await waitUntil(element);
    expect(element() === first).to.equal(true);
    expect(first.textContent.trim()).to.equal('手写链接');
    place.textContent = '新的文字';
    await waitUntil(element);
    expect(first.textContent.trim()).to.equal('新的文字');
  });
});
