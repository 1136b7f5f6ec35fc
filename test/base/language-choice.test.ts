import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CustomsDutyList, CustomsLinkList, LOCALES } from '../../src/index.js';
import { chooseLanguage } from '../../src/base/language/choice.js';
import { hasStrings, loadStrings, matchLocale } from '../../src/base/language/strings.js';
import { render } from '../../src/render/render.js';
import { sample } from '../fixtures/agencies.js';
import { part, parts, settled, textOf } from '../fixtures/page.js';

CustomsDutyList.define();
CustomsLinkList.define();

const heading = (element: Element): string => textOf(part(element, 'heading'));
const english = { ...sample, lang: 'en-GB' };

/** Words, `lang`, direction and date of an element: all must be of one language. */
const shownBy = (element: Element): string[] => {
  const { lang, dir } = part(element, 'base');
  return [
    heading(element),
    lang,
    dir,
    /核对日期：|Checked/.exec(textOf(part(element, 'source')))?.[0] ?? '',
  ];
};

/* First, while no strings are loaded. */
describe('an element on a page without lang', () => {
  it('waits for the words in the language of its data, and shows no others before', async () => {
    expect(hasStrings('en')).to.equal(false);
    const element = document.createElement('customs-link-list') as CustomsLinkList;
    const seen = new Set<string>();
    new MutationObserver(() => {
      const base = element.shadowRoot!.querySelector<HTMLElement>('[part=base]');
      if (base) seen.add(base.lang);
    }).observe(element.shadowRoot ?? element.attachShadow({ mode: 'open' }), {
      childList: true,
      subtree: true,
      attributes: true,
    });
    element.data = english;
    (await fixture(html`<div></div>`)).append(element);
    await settled(element);
    await waitUntil(() => heading(element) === 'Related');
    expect([...seen]).to.deep.equal(['en-GB']);
  });
});

describe('an element on a page without lang, which already shows Chinese words', () => {
  const create = async (data: unknown): Promise<CustomsLinkList> => {
    const element = document.createElement('customs-link-list') as CustomsLinkList;
    element.data = data as typeof sample;
    (await fixture(html`<div></div>`)).append(element);
    return element;
  };
  const say = async (element: CustomsLinkList, data: unknown): Promise<string> => {
    element.data = data as typeof sample;
    await element.updateComplete;
    await settled(element);
    return part(element, 'base').lang;
  };

  it('follows data without strings of its own that comes late', async () => {
    const element = await create(null);
    await waitUntil(() => element.shadowRoot?.querySelector('[part~=loading]'));
    await say(element, { ...sample, lang: 'fr' });
    await waitUntil(() => heading(element) === 'Related');
    expect(part(element, 'base').lang).to.equal('en');
  });

  it('follows data that has nothing for it, and data that cannot be shown', async () => {
    const element = await create(english);
    await settled(element);
    const { links: _, ...empty } = sample;
    expect(await say(element, { ...empty, lang: 'zh-CN' })).to.equal('zh-CN');
    expect(await say(element, { ...empty, lang: 'en-GB' })).to.equal('en-GB');
    expect(await say(element, { ...sample, links: 3, lang: 'zh-CN' })).to.equal('zh-CN');
    expect(await say(element, { lang: 'en-GB', links: 3 })).to.equal('en-GB');
    const { state } = element;
    expect(state.kind).to.equal('failed');
    expect('problems' in state && state.problems[0]!.message).to.match(/^[ -~]+$/);
  });

  it('leaves the language of data that is gone', async () => {
    const element = await create(english);
    await settled(element);
    element.agency = 'gacc';
    expect(await say(element, undefined)).to.equal('zh-Hans');
  });
});

describe('a language without strings', () => {
  const cases = {
    English: ['fr', 'ar', 'ja', 'ko', 'ru', 'de-CH', 'mn', 'kk'],
    // The languages of China, and tags that are no language, as they stand on Chinese pages.
    Chinese: ['ug', 'bo', 'mn-Mong', 'za', 'ii', 'yue', 'ko-CN', 'cn', 'chinese', 'utf-8', ''],
  };
  for (const [language, tags] of Object.entries(cases)) {
    it(`is replaced by ${language}: ${tags.join(', ')}`, () => {
      const locale = language === 'English' ? 'en' : 'zh-Hans';
      expect(tags.filter((tag) => matchLocale(tag) !== locale)).to.deep.equal([]);
      expect(LOCALES).to.include(locale);
    });
  }
});

describe('the language of an element', () => {
  before(() => loadStrings('en', new AbortController().signal));

  it('is the first that is named', () => {
    expect(chooseLanguage(['', undefined, 'en_GB', 'zh'])).to.equal('en-GB');
    expect(chooseLanguage(['fr', 'zh'])).to.equal('fr');
    expect(chooseLanguage([])).to.equal('zh-Hans');
  });

  it('stays if there are no strings for the next one', () => {
    expect(chooseLanguage(['fr'], 'en-GB')).to.equal('en-GB');
    expect(chooseLanguage(['zh-TW'], 'en-GB')).to.equal('zh-TW');
  });

  for (const own of ['', 'en', 'fr', 'cn']) {
    for (const lang of ['en-GB', 'zh-Hans', 'fr', undefined]) {
      it(`is the same on a server and in a browser: lang="${own}", data in ${lang}`, async () => {
        const data = { ...sample, lang };
        const alone = document.createElement('customs-link-list') as CustomsLinkList;
        if (own) alone.setAttribute('lang', own);
        alone.data = data;
        const page = await fixture<HTMLElement>(html`<div></div>`);
        page.setHTMLUnsafe(render('link-list', { data, attributes: { lang: own } }));
        const rendered = page.firstElementChild as CustomsLinkList;
        const before = part(rendered, 'base');
        page.append(alone);
        await settled(alone);
        await settled(rendered);
        expect(part(rendered, 'base'), 'taken over').to.equal(before);
        for (const name of ['base', 'list']) {
          expect(part(rendered, name).lang, name).to.equal(part(alone, name).lang);
        }
        expect(heading(rendered)).to.equal(heading(alone));
      });
    }
  }
});

describe('a page translator', () => {
  const root = document.documentElement;
  before(() => (root.lang = 'en-GB'));
  afterEach(() => {
    root.lang = 'en-GB';
    root.className = '';
  });
  after(() => root.removeAttribute('lang'));

  /** Does what Google Translate and Safari do. */
  const translateTo = async (lang: string, element: CustomsDutyList): Promise<void> => {
    root.lang = lang;
    root.classList.add('translated-ltr');
    await element.updateComplete;
    await settled(element);
  };

  it('leaves the words, dates and direction of an English page in English', async () => {
    const element = await fixture<CustomsDutyList>(
      html`<customs-duty-list .data=${sample}></customs-duty-list>`,
    );
    await settled(element);
    const before = shownBy(element);
    expect(before.slice(0, 3)).to.deep.equal(['Main duties', 'en-GB', 'ltr']);
    for (const lang of ['fr', 'ar', 'ug']) {
      await translateTo(lang, element);
      expect(shownBy(element), lang).to.deep.equal(before);
    }
  });

  it('leaves a Chinese page in Chinese', async () => {
    root.lang = 'zh-CN';
    const element = await fixture<CustomsDutyList>(
      html`<customs-duty-list .data=${sample}></customs-duty-list>`,
    );
    await settled(element);
    const before = shownBy(element);
    await translateTo('fr', element);
    expect(shownBy(element)).to.deep.equal(before);
  });

  it('that translates into Chinese gets our Chinese', async () => {
    const element = await fixture<CustomsDutyList>(
      html`<customs-duty-list .data=${sample}></customs-duty-list>`,
    );
    await settled(element);
    await translateTo('zh-CN', element);
    await waitUntil(() => heading(element) === '主要职能');
  });

  it('does not claim that data is in the language of the page', async () => {
    const { lang: _, ...silent } = sample;
    const element = await fixture<CustomsDutyList>(
      html`<customs-duty-list
        .data=${{ ...silent, duties: ['Keeps order.'] }}
      ></customs-duty-list>`,
    );
    await settled(element);
    expect(part(element, 'list').lang).to.equal('en-GB');
    await translateTo('fr', element);
    expect(part(element, 'list').lang).to.equal('en-GB');
  });

  it('may translate the markup of the page, which the element then marks as translated', async () => {
    const element = await fixture<CustomsDutyList>(
      html`<customs-duty-list
        ><ol>
          <li>Keeps order.</li>
        </ol></customs-duty-list
      >`,
    );
    await settled(element);
    element.querySelector('li')!.textContent = 'Maintient l’ordre.';
    await translateTo('fr', element);
    await waitUntil(() => part(element, 'list').lang === 'fr');
    expect(heading(element)).to.equal('Main duties');
  });

  it('leaves built-in data in the language of the words', async () => {
    const element = await fixture<CustomsDutyList>(
      html`<customs-duty-list agency="gacc"></customs-duty-list>`,
    );
    await settled(element);
    const first = (): string => textOf(parts(element, 'duty')[0]!);
    const before = first();
    expect(before).to.contain('customs');
    root.lang = 'ug';
    await element.updateComplete;
    await settled(element);
    expect(first()).to.equal(before);
  });
});

describe('an element on a page in a language without strings', () => {
  it('has words and built-in data in English', async () => {
    const page = await fixture(
      html`<div lang="ar"><customs-duty-list agency="gacc"></customs-duty-list></div>`,
    );
    const element = await settled(page.firstElementChild as CustomsDutyList);
    expect(part(element, 'base').lang).to.equal('en');
    expect(part(element, 'base').dir).to.equal('ltr');
    expect(textOf(parts(element, 'duty')[0]!)).to.contain('customs');
  });

  it('keeps texts of the page in their language', async () => {
    const page = await fixture(
      html`<div lang="ar">
        <customs-link-list
          ><ul>
            <li><a href="https://example.org/">نص</a></li>
          </ul></customs-link-list
        >
      </div>`,
    );
    const element = await settled(page.firstElementChild as CustomsLinkList);
    expect(heading(element)).to.equal('Related');
    expect([part(element, 'list').lang, part(element, 'list').dir]).to.deep.equal(['ar', 'rtl']);
  });
});
