import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type AgencyElement, define } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';
import { differences, looksOf } from '../fixtures/inheritance.js';
import { rootsOf, settled } from '../fixtures/page.js';

define();

/** All but the place on the page, and the lines of a picture. */
const names = [...getComputedStyle(document.body)].filter(
  (name) => !/^(d|bottom|right|inset-.*)$/.test(name),
);

/** Opens a frame whose policy allows no style sheet and no attribute with styles. */
async function openFrame(): Promise<HTMLElement> {
  const frame = document.createElement('iframe');
  frame.title = '框架';
  frame.width = '600';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  const page = await fixture(html`<div>${frame}</div>`);
  await waitUntil(() => frame.contentDocument?.querySelector('meta'), 'the frame does not load');
  expect(page.firstElementChild).to.equal(frame);
  return frame.contentDocument!.body;
}

describe('an element in the document of a frame', () => {
  it('looks as it did, and again when it comes back', async () => {
    const page = await fixture(
      html`<div style="width: 584px">
        <customs-agency-page lang="zh-Hans" .data=${sample}></customs-agency-page>
      </div>`,
    );
    const element = await settled(page.firstElementChild as AgencyElement);
    const before = looksOf(element, names);
    const body = await openFrame();
    body.append(element);
    expect(element.ownerDocument).to.equal(body.ownerDocument);
    expect(differences(before, looksOf(element, names))).to.deep.equal([]);
    page.append(element);
    expect(differences(before, looksOf(element, names))).to.deep.equal([]);
  });

  it('renders there for the first time', async () => {
    const body = await openFrame();
    const element = document.createElement('customs-agency-page');
    Object.assign(element, { lang: 'zh-Hans', data: sample });
    body.append(element);
    await settled(element);
    for (const { host, adoptedStyleSheets } of rootsOf(element)) {
      expect(adoptedStyleSheets, host.localName).to.have.length(1);
    }
  });
});
