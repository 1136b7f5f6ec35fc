import { expect, fixture, html } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../src/comments/engines/memory.js';
import { type AgencyElement, define } from '../../src/index.js';
import { copyOf, sample } from '../fixtures/agencies.js';
import { differences, inheritedProperties, looksOf } from '../fixtures/inheritance.js';
import { part, settled } from '../fixtures/page.js';
import { ready, record } from '../elements/comment-box/box.js';

define();

/** What elements take from the page on purpose. They set their direction and language themselves. */
const MEANT = {
  'color-scheme': 'elements are dark on dark pages',
  interactivity: 'a page may put a part out of use',
  'pointer-events': 'a page may put a part out of use',
  visibility: 'a page may hide a part',
};

/** An office whose name needs more than one line. */
const agency = copyOf(sample);
agency.ranks.conferral[1].scope = '示例局机关和各派出机构、各直属机构';

const provider = new MemoryCommentProvider([record('1'), record('2')], { demo: false });

/** Every element with styles, in every form that is drawn in its own way. */
const ELEMENTS = html`
  <customs-agency-page filter external-notice .data=${agency}></customs-agency-page>
  <customs-rank-ladder view="table" .data=${agency}></customs-rank-ladder>
  <customs-rank-ladder view="table" elder .data=${agency}></customs-rank-ladder>
  <customs-profile-card variant="full" .data=${agency}></customs-profile-card>
  <customs-duty-list .data=${{ ...sample, duties: undefined }}></customs-duty-list>
  <customs-link-list .data=${{}}></customs-link-list>
  <customs-comment-box thread="t" .provider=${provider}></customs-comment-box>
`;

/** Places all elements, and waits until they have rendered. */
async function place(): Promise<Element[]> {
  document.documentElement.lang = 'zh-Hans';
  const page = await fixture(html`<div>${ELEMENTS}</div>`);
  for (const one of page.children) {
    if (one.localName === 'customs-comment-box') await ready(one as never);
    else await settled(one as AgencyElement);
  }
  return [...page.children];
}

/** Adds rules to the page, until the end of the test. */
function addRules(rules: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = rules;
  document.head.append(sheet);
}

afterEach(() => document.head.querySelectorAll('style').forEach((sheet) => sheet.remove()));

describe('an element takes from the page', () => {
  const inherited = [...inheritedProperties()].filter(([name]) => !(name in MEANT));
  const names = inherited.map(([name]) => name);
  const strange = `${inherited.map((one) => one.join(':')).join(';')};text-decoration:underline`;

  it('what an experiment finds', () => {
    const known = ['color', 'text-shadow', 'word-break', 'writing-mode', '-webkit-text-fill-color'];
    expect(names).to.include.members(known);
    expect(names.length).to.be.above(100);
    for (const name of ['display', 'width', 'border-top-width', 'text-decoration-line']) {
      expect(names).not.to.include(name);
    }
  });

  for (const rules of [
    `body { ${strange} }`,
    `* { ${strange} }`,
    'body * { all: unset !important }',
    'body * { display: inline !important }',
  ]) {
    it(`nothing of ${rules.slice(0, 40)}`, async () => {
      // On a vertical page, a horizontal box is as wide as the window.
      addRules('body { margin: 0 }');
      const elements = await place();
      const before = elements.map((one) => looksOf(one, names));
      addRules(rules);
      const found = elements.map((one, index) => differences(before[index]!, looksOf(one, names)));
      expect(found.flat()).to.deep.equal([]);
    });
  }

  it('what hides it, puts it out of use, or makes it dark', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><customs-link-list .data=${sample}></customs-link-list></div>`,
    );
    const heading = getComputedStyle(part(page.firstElementChild!, 'heading'));
    for (const name of Object.keys(MEANT)) {
      const value = inheritedProperties().get(name)!;
      page.style.setProperty(name, value);
      expect(heading.getPropertyValue(name), name).to.equal(value);
    }
  });

  it('no language: browsers choose the letters by that of its text', async () => {
    const page = await fixture(
      html`<div lang="ja"><customs-link-list .data=${sample}></customs-link-list></div>`,
    );
    const element = await settled(page.firstElementChild as AgencyElement);
    const { webkitLocale } = getComputedStyle(part(element, 'heading')) as never;
    expect(webkitLocale).to.equal('"en"');
  });
});

describe('an element on a page without a doctype', () => {
  for (const width of [320, 800]) {
    it(`looks as on any other page at ${width} px`, async () => {
      const elements = await place();
      const names = [...inheritedProperties().keys()];
      const page = elements[0]!.parentElement!;
      page.style.width = `${width}px`;
      const before = elements.map((one) => looksOf(one, names));
      const frame = document.createElement('iframe');
      Object.assign(frame, { title: '旧网页', width });
      page.before(frame);
      const old = frame.contentDocument!;
      expect([document.compatMode, old.compatMode]).to.deep.equal(['CSS1Compat', 'BackCompat']);
      old.body.append(page);
      const found = elements.map((one, index) => differences(before[index]!, looksOf(one, names)));
      frame.remove();
      expect(found.flat()).to.deep.equal([]);
    });
  }
});
