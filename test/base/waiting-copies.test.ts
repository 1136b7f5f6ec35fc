import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CustomsDutyList } from '../../src/index.js';
import { replace } from '../fixtures/replace.js';
import { sample } from '../fixtures/agencies.js';
import { warningsOf, within } from '../fixtures/page.js';

CustomsDutyList.define();

const list = (content: unknown): Promise<CustomsDutyList> =>
  fixture(html`<div>${content}</div>`)
    .then((page) => page.querySelector('customs-duty-list')!)
    .then(async (one) => (await one.updateComplete, one));

/** Copies an element into the page, as tools do that keep a page. */
async function copyOf(one: CustomsDutyList): Promise<CustomsDutyList> {
  const copy = one.cloneNode(true) as CustomsDutyList;
  one.after(copy);
  await copy.updateComplete;
  return copy;
}

/** Waits until an element that shows the built-in agency has it. */
async function builtInCame(): Promise<void> {
  const other = await list(html`<customs-duty-list></customs-duty-list>`);
  await waitUntil(() => other.state.kind === 'ready');
}

describe('a copy of an element that has its agency by .data', () => {
  it('waits for its own, and shows no other agency', async () => {
    const copy = await copyOf(
      await list(html`<customs-duty-list .data=${sample}></customs-duty-list>`),
    );
    await builtInCame();
    expect(copy.state.kind).to.equal('loading');
    copy.data = { ...sample, source: { title: '职责', publisher: '另一个机构' } };
    await waitUntil(() => within(copy).textContent.includes('另一个机构'));
  });

  it('waits too where data has not come yet', async () => {
    const copy = await copyOf(
      await list(html`<customs-duty-list .data=${null}></customs-duty-list>`),
    );
    await builtInCame();
    expect(copy.state.kind).to.equal('loading');
  });

  it('reads what the author wrote inside', async () => {
    const copy = await copyOf(
      await list(
        html`<customs-duty-list .data=${sample}
          ><ol>
            <li>手写职能。</li>
          </ol></customs-duty-list
        >`,
      ),
    );
    await waitUntil(() => within(copy).textContent.includes('手写职能。'));
  });
});

describe('an element for which a server has written its data as "[object Object]"', () => {
  it('waits for the data, shows no other agency, and says what to use', async () => {
    let one!: CustomsDutyList;
    const waits: (() => void)[] = [];
    const { setTimeout } = window;
    // The page has hydrated when the test says so.
    const restore = replace(window, 'setTimeout', (run: () => void, time = 0) =>
      time === 5000 ? waits.push(run) : setTimeout(run, time),
    );
    const [warning, ...others] = await warningsOf(async () => {
      one = await list(html`<customs-duty-list data=${String({})}></customs-duty-list>`);
      const given = await list(html`<customs-duty-list data=${String({})}></customs-duty-list>`);
      given.data = sample;
      one.requestUpdate();
      await builtInCame();
      restore();
      expect(waits.length).to.equal(2);
      for (const run of waits) run();
    });
    expect(one.state.kind).to.equal('loading');
    expect(warning)
      .to.include('<customs-duty-list>')
      .and.include('customs-widgets/preact')
      .and.include('<script type="application/json">');
    expect(others).to.deep.equal([]);
    one.data = { ...sample, source: { title: '职责', publisher: '另一个机构' } };
    await waitUntil(() => within(one).textContent.includes('另一个机构'));
  });

  it('waits even if it names an agency, because data comes before that', async () => {
    const one = await list(
      html`<customs-duty-list data=${String({})} agency="gacc"></customs-duty-list>`,
    );
    await builtInCame();
    expect(one.state.kind).to.equal('loading');
  });
});

describe('the attribute by which copies wait', () => {
  const attributeOf = (one: Element): string | null => one.getAttribute('agency');

  it('is there for as long as .data is', async () => {
    const one = await list(html`<customs-duty-list .data=${sample}></customs-duty-list>`);
    expect(attributeOf(one)).to.equal('none');
    one.data = undefined;
    await one.updateComplete;
    expect(attributeOf(one)).to.equal(null);
    expect(one.hasAttribute('agency')).to.equal(false);
  });

  it('comes back after a tool has removed it', async () => {
    const one = await list(html`<customs-duty-list .data=${sample}></customs-duty-list>`);
    one.removeAttribute('agency');
    await one.updateComplete;
    expect(attributeOf(one)).to.equal('none');
    expect(one.state.kind).to.equal('ready');
  });

  it('is left to the page where the page has written one', async () => {
    const named = await list(
      html`<customs-duty-list agency="none" .data=${sample}></customs-duty-list>`,
    );
    named.data = undefined;
    await named.updateComplete;
    expect(attributeOf(named)).to.equal('none');
    const one = await list(html`<customs-duty-list .data=${sample}></customs-duty-list>`);
    one.setAttribute('agency', 'gacc');
    one.data = undefined;
    await one.updateComplete;
    expect(attributeOf(one)).to.equal('gacc');
  });

  for (const [what, content] of Object.entries({
    'an address': html`<customs-duty-list src="/a.json" .data=${sample}></customs-duty-list>`,
    'the name of an agency': html`<customs-duty-list
      agency="gacc"
      .data=${sample}
    ></customs-duty-list>`,
    content: html`<customs-duty-list .data=${sample}><p>原文</p></customs-duty-list>`,
    'no data': html`<customs-duty-list src="/a.json"></customs-duty-list>`,
  })) {
    it(`is not set on an element with ${what}`, async () =>
      expect(attributeOf(await list(content))).not.to.equal('none'));
  }
});
