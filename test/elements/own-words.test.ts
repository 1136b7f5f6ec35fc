import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { define, type AgencyElement } from '../../src/index.js';
import { part, settled, textOf, warningsOf, within } from '../fixtures/page.js';
import { sample } from '../fixtures/agencies.js';

define();

const TAGS = [
  'customs-profile-card',
  'customs-duty-list',
  'customs-rank-ladder',
  'customs-link-list',
] as const;

/**
 * Words of the built-in agency. An office with its own content must never find them on its page.
 */
const ANOTHER_AGENCY = /海关|关务|General Administration/;

const isShown = (element: Element): boolean => element.getBoundingClientRect().height > 0;

/** Content that people write into their pages, and that hardly any element reads as data. */
const CONTENTS: Readonly<Record<string, string>> = {
  'a paragraph with its own number': '<p>（一）负责甲。</p>',
  'text with line breaks': '一、负责甲。<br>二、负责乙。',
  'text alone': '甲县政务公开',
  'a table': '<table><tbody><tr><td>一</td><td>负责甲。</td></tr></tbody></table>',
  'a list without links or items': '<ul></ul><p>暂无</p>',
  'words for a browser without scripts': '<noscript>请打开脚本</noscript>',
  'data of another kind': '<script type="application/ld+json">{"name":"甲县"}</script>',
  'a picture for a slot': '<img slot="emblem" alt="甲县">',
  'an empty box of an editor': '<div><br></div>',
};

/** Elements that read some of it. */
const READ_BY: Readonly<Record<string, readonly (typeof TAGS)[number][]>> = {
  'a paragraph with its own number': ['customs-duty-list'],
  'text with line breaks': ['customs-duty-list'],
  'a table': ['customs-duty-list', 'customs-rank-ladder'],
};

/** Sources that cannot be loaded. */
const NOWHERE: Readonly<Record<string, readonly [string, string]>> = {
  'an empty src': ['src', ''],
  'a src of blanks': ['src', ' '],
  'an address that is none': ['src', 'http://['],
  'an empty agency': ['agency', ''],
  'an agency that there is not': ['agency', 'county'],
};

for (const tag of TAGS) {
  describe(`<${tag}> on the page of another office`, () => {
    const place = async (
      content: string,
      attributes: Readonly<Record<string, string>> = {},
    ): Promise<{ element: AgencyElement; problems: readonly { code: string }[] }> => {
      const element = document.createElement(tag) as AgencyElement;
      element.innerHTML = content;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      let problems: readonly { code: string }[] = [];
      const warnings = await warningsOf(async () => {
        const failed = oneEvent(element, 'customs-error');
        (await fixture(html`<div lang="zh-Hans"></div>`)).append(element);
        problems = (await failed).detail.problems;
        await settled(element);
      });
      expect(warnings.join()).to.contain(tag);
      return { element, problems };
    };

    for (const [name, content] of Object.entries(CONTENTS)) {
      if (READ_BY[name]?.includes(tag)) {
        it(`reads ${name}`, async () => {
          const element = document.createElement(tag) as AgencyElement;
          element.innerHTML = content;
          (await fixture(html`<div lang="zh-Hans"></div>`)).append(element);
          await settled(element);
          expect(textOf(within(element)))
            .to.contain('负责甲。')
            .and.not.to.match(ANOTHER_AGENCY);
        });
        continue;
      }
      it(`leaves ${name} as it is, and says so`, async () => {
        const { element, problems } = await place(content);
        expect(problems.map(({ code }) => code)).to.deep.equal(['markup']);
        expect(element.innerHTML).to.equal(content);
        expect(textOf(within(element))).not.to.match(ANOTHER_AGENCY);
        for (const child of element.querySelectorAll('p, td')) {
          expect(isShown(child), child.outerHTML).to.equal(true);
        }
      });
    }

    for (const [name, [attribute, value]] of Object.entries(NOWHERE)) {
      it(`does not take ${name} for nothing`, async () => {
        const { element, problems } = await place('<p>甲县</p>', { [attribute]: value });
        expect(problems).to.have.length(1);
        expect(textOf(within(element))).not.to.match(ANOTHER_AGENCY);
        expect(isShown(element.querySelector('p')!)).to.equal(true);
      });
    }

    it('shows words that it cannot read without a message for readers over them', async () => {
      const { element } = await place('<p>暂无</p>');
      expect(textOf(part(element, 'base'))).to.equal('');
    });

    for (const type of ['application/json', 'text/json', 'Application/JSON']) {
      it(`reads JSON of type ${type}, in whatever box a system has put it`, async () => {
        const element = document.createElement(tag) as AgencyElement;
        element.innerHTML = `<div><script type="${type}"></script></div>`;
        element.querySelector('script')!.textContent = JSON.stringify(sample);
        (await fixture(html`<div lang="zh-Hans"></div>`)).append(element);
        await settled(element);
        expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('示例局');
      });
    }

    it('waits for data where agency says that it is still to come', async () => {
      const element = document.createElement(tag) as AgencyElement;
      element.setAttribute('agency', 'none');
      (await fixture(html`<div lang="zh-Hans"></div>`)).append(element);
      await element.updateComplete;
      expect(element.state.kind).to.equal('loading');
      element.data = sample;
      await settled(element);
      expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('示例局');
    });

    it('shows nothing of the built-in agency while its own words are on their way', async () => {
      const element = document.createElement(tag) as AgencyElement;
      const seen: string[] = [];
      element.addEventListener('customs-ready', (event) => seen.push(event.detail.agency.name));
      element.innerHTML = '<p>甲县</p>';
      (await fixture(html`<div lang="zh-Hans"></div>`)).append(element);
      await warningsOf(() => settled(element));
      element.data = sample;
      await settled(element);
      expect(seen).to.deep.equal(['示例局']);
    });
  });
}

describe('markup that looks like the right one', () => {
  const unread = async (tag: (typeof TAGS)[number], content: string): Promise<AgencyElement> => {
    const element = document.createElement(tag) as AgencyElement;
    element.innerHTML = content;
    (await fixture(html`<div lang="zh-Hans"></div>`)).append(element);
    await warningsOf(() => settled(element));
    return element;
  };

  it('stays where a list of links has none', async () => {
    const element = await unread('customs-link-list', '<ul><li>甲县政府</li></ul>');
    expect(element.state.kind).to.equal('failed');
    expect(isShown(element.querySelector('li')!)).to.equal(true);
    expect(textOf(within(element))).not.to.match(ANOTHER_AGENCY);
  });

  it('stays where a card has paragraphs and no name', async () => {
    const element = await unread('customs-profile-card', '<p>甲县某局负责甲。</p>');
    expect(element.state.kind).to.equal('failed');
    expect(textOf(within(element))).not.to.match(ANOTHER_AGENCY);
  });
});
