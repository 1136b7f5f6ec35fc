import { expect, fixture, html } from '@open-wc/testing';
import { ELEMENT_NAMES } from '../../src/elements.js';
import { CustomsLinkList, CustomsRankLadder, define, VERSION } from '../../src/index.js';
import { renderHeading } from '../../src/base/templates/heading.js';
import { sample } from '../fixtures/agencies.js';
import { part, warningsOf } from '../fixtures/page.js';

describe('define', () => {
  it('registers nothing on import', () => {
    expect(customElements.get('customs-duty-list')).to.equal(undefined);
  });

  it('registers every element, also twice', async () => {
    expect(await warningsOf(() => [define(), define()])).to.deep.equal([]);
    for (const name of ELEMENT_NAMES) {
      expect(customElements.get(`customs-${name}`), name).to.be.a('function');
    }
  });

  it('registers under another prefix beside the first', async () => {
    define({ prefix: 'police' });
    const element = await fixture<CustomsRankLadder>(
      html`<police-rank-ladder .data=${sample}></police-rank-ladder>`,
    );
    expect(element).to.be.instanceOf(CustomsRankLadder);
    expect(part(element, 'heading').textContent).to.equal('示例衔');
  });

  it('takes the default, without a warning, once an attribute is removed', async () => {
    define();
    const element = await fixture<CustomsRankLadder>(
      html`<customs-rank-ladder view="table" .data=${sample}></customs-rank-ladder>`,
    );
    const warnings = await warningsOf(async () => {
      element.removeAttribute('view');
      await element.updateComplete;
    });
    expect(warnings).to.deep.equal([]);
    expect(part(element, 'tier')).not.to.equal(null);
  });

  it('leaves a name to the copy that came first, and names both versions', async () => {
    const registry = new Map<string, unknown>([
      [
        'customs-link-list',
        class {
          static version = '9.9.9';
        },
      ],
    ]);
    const fake = {
      get: (tag: string) => registry.get(tag),
      define: () => expect.fail('defined again'),
    } as unknown as CustomElementRegistry;
    const warnings = await warningsOf(() => CustomsLinkList.define(undefined, fake));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('9.9.9').and.to.contain(VERSION);
  });
});

describe('heading level', () => {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`${level} is an h${level}`, async () => {
      const element = await fixture<CustomsLinkList>(
        html`<customs-link-list heading-level=${level} .data=${sample}></customs-link-list>`,
      );
      expect(part(element, 'heading').localName).to.equal(`h${level}`);
    });
  }

  it('outside 1 to 6 is warned about and is 2', async () => {
    const warnings = await warningsOf(async () => {
      const element = await fixture<CustomsLinkList>(
        html`<customs-link-list heading-level="9" .data=${sample}></customs-link-list>`,
      );
      expect(part(element, 'heading').localName).to.equal('h2');
    });
    expect(warnings[0]).to.contain('heading-level="9"').and.to.contain('"1"');
  });

  it('goes no deeper than 6 inside an element', async () => {
    const host = await fixture(html`<div>${renderHeading(7, 'x')}</div>`);
    expect(host.firstElementChild!.localName).to.equal('h6');
  });
});
