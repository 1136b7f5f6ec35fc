import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CustomsLinkList, LOCALES } from '../../src/index.js';
import { nearestLanguage } from '../../src/base/language/ancestors.js';
import { formatDate, formatNumber } from '../../src/base/language/formats.js';
import { matchLocale, str } from '../../src/base/language/strings.js';
import { directionOf } from '../../src/base/language/tags.js';
import { sample } from '../fixtures/agencies.js';
import { part, settled, textOf } from '../fixtures/page.js';

CustomsLinkList.define();
const heading = (element: Element): string => textOf(part(element, 'heading'));

describe('matchLocale', () => {
  const cases: Record<string, string> = {
    'zh-Hans': 'zh-Hans',
    zh: 'zh-Hans',
    'zh-CN': 'zh-Hans',
    'zh-Hans-CN': 'zh-Hans',
    'zh-TW': 'zh-Hans',
    en: 'en',
    'en-GB': 'en',
    EN: 'en',
    de: 'en',
    'not a tag': 'zh-Hans',
    '': 'zh-Hans',
  };
  for (const [tag, locale] of Object.entries(cases)) {
    it(`reads "${tag}" in ${locale}`, () => expect(matchLocale(tag)).to.equal(locale));
  }
});

describe('formats', () => {
  it('follow the language', () => {
    expect(formatNumber('en', 1234)).to.equal('1,234');
    expect(formatDate('en', '2003-02-28')).to.equal('February 28, 2003');
    expect(formatDate('en-GB', '2003-02-28')).to.equal('28 February 2003');
    expect(formatDate('zh-Hans', '2003-02-28')).to.equal('2003年2月28日');
  });

  it('know the direction of writing', () => {
    expect(['zh-Hans', 'en', 'ug', 'ar', 'ku-Arab', '??'].map(directionOf)).to.deep.equal([
      'ltr',
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
    ]);
  });
});

describe('language of an element', () => {
  afterEach(() => document.documentElement.setAttribute('lang', 'zh-Hans'));
  before(() => document.documentElement.setAttribute('lang', 'zh-Hans'));

  it('is the nearest lang above it', async () => {
    const outer = await fixture(
      html`<div lang="en">
        <p><span></span></p>
      </div>`,
    );
    expect(nearestLanguage(outer.querySelector<HTMLElement>('span')!)).to.equal('en');
    outer.removeAttribute('lang');
    expect(nearestLanguage(outer.querySelector<HTMLElement>('span')!)).to.equal('zh-Hans');
  });

  it('is found across shadow roots', async () => {
    const host = await fixture(html`<div lang="en"></div>`);
    const element = document.createElement('customs-link-list') as CustomsLinkList;
    element.data = sample;
    host.attachShadow({ mode: 'open' }).append(element);
    await settled(element);
    expect(heading(element)).to.equal('Related');
    host.setAttribute('lang', 'zh');
    await waitUntil(() => heading(element) === '相关');
  });

  it('lets two languages stand side by side', async () => {
    const page = await fixture(
      html`<div>
        <customs-link-list lang="en" .data=${sample}></customs-link-list>
        <customs-link-list lang="zh-CN" .data=${sample}></customs-link-list>
      </div>`,
    );
    const [english, chinese] = [...page.children] as CustomsLinkList[];
    await Promise.all([settled(english!), settled(chinese!)]);
    expect([heading(english!), heading(chinese!)]).to.deep.equal(['Related', '相关']);
  });

  it('follows the page live', async () => {
    const element = await fixture<CustomsLinkList>(
      html`<customs-link-list .data=${sample}></customs-link-list>`,
    );
    expect(heading(element)).to.equal('相关');
    document.documentElement.lang = 'en-GB';
    await waitUntil(() => heading(element) === 'Related');
    expect(part(element, 'base').lang).to.equal('en-GB');
  });

  it('is English when no translation fits, and screen readers hear that', async () => {
    const element = await fixture<CustomsLinkList>(
      html`<customs-link-list lang="de" .data=${sample}></customs-link-list>`,
    );
    expect(heading(element)).to.equal('Related');
    expect(part(element, 'base').lang).to.equal('en');
  });

  it('reads tags as old pages write them, markup of theirs included', async () => {
    const page = await fixture<HTMLElement>(
      html`<div lang="en_GB">
        <customs-link-list
          ><ul>
            <li><a href="https://example.org/">x</a></li>
          </ul></customs-link-list
        >
      </div>`,
    );
    const element = await settled(page.firstElementChild as CustomsLinkList);
    expect(heading(element)).to.equal('Related');
    expect(part(element, 'list').lang).to.equal('en-GB');
    page.lang = 'ar';
    await waitUntil(() => part(element, 'list').dir === 'rtl');
  });

  it('is found past a replaced Element, as Prototype.js does it', async () => {
    const { Element: real } = window;
    window.Element = class {} as never;
    const found = nearestLanguage(await fixture<HTMLElement>(html`<p lang="en"><b></b></p>`));
    window.Element = real;
    expect(found).to.equal('en');
  });

  for (const lang of ['zh-CN ', 'zh_CN', 'zh-simplified', 'zh-', 'zh-中文', 'zh-TW']) {
    it(`stands a page in "${lang}"`, async () => {
      const element = await fixture<CustomsLinkList>(
        html`<customs-link-list
          lang=${lang}
          .data=${{ ...sample, lang: 'en-x' }}
        ></customs-link-list>`,
      );
      await settled(element);
      expect(heading(element)).to.equal('相关');
      expect(matchLocale(part(element, 'base').lang)).to.equal('zh-Hans');
      expect(part(element, 'base').lang, 'what is shown is Simplified').not.to.contain('TW');
    });
  }

  it('formats for a tag that is none as for the source language', () => {
    expect(formatDate('zh-simplified', '2003-02-28')).to.equal('2003年2月28日');
    expect(formatNumber('en-x', 1234)).to.equal('1,234');
  });

  it('set as a property counts from the first frame, and an unset one leaves no attribute', async () => {
    const element = document.createElement('customs-link-list') as CustomsLinkList;
    element.data = sample;
    element.lang = 'en';
    element.elder = true;
    (await fixture(html`<div></div>`)).append(element);
    await element.updateComplete;
    expect(part(element, 'base').lang).to.equal('en');
    expect(part(element, 'base').className).to.contain('elder');
    const plain = await fixture<CustomsLinkList>(
      html`<customs-link-list .data=${sample}></customs-link-list>`,
    );
    // Copies of the element wait for their data by it.
    expect(plain.getAttributeNames()).to.deep.equal(['agency']);
  });

  it('marks texts of the data that are in another language', async () => {
    const element = await fixture<CustomsLinkList>(
      html`<customs-link-list lang="en" .data=${sample}></customs-link-list>`,
    );
    await settled(element);
    expect(part(element, 'list').lang).to.equal('zh-Hans');
  });

  it('has a translation of every locale it lists', () => {
    expect(LOCALES).to.deep.equal(['zh-Hans', 'en']);
  });

  it('puts values into strings, in the order of the translation', async () => {
    const element = await fixture<CustomsLinkList>(
      html`<customs-link-list .data=${sample}></customs-link-list>`,
    );
    expect(element.msg(str`甲${1}乙${'{0}'}丙`)).to.equal('甲1乙{0}丙');
  });
});
