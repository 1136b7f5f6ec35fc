import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import { CustomsAgencyPage, define } from '../../../src/index.js';
import { copyOf, sample } from '../../fixtures/agencies.js';
import { FakeServer } from '../../fixtures/fake-server.js';
import { part, rootsOf, shownText, warningsOf, within } from '../../fixtures/page.js';
import { create, drawn, drawnAs, tags } from './whole.js';

/** Levels of the headings that a reader meets, in their order. */
const levels = (page: Element): number[] =>
  rootsOf(page)
    .flatMap((root) => [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')])
    .map(({ localName }) => Number(localName.slice(1)));

describe('<customs-agency-page>', () => {
  it('draws what the agency has, in the order of the page', async () => {
    const page = await create(sample, (one) => (one.provider = new MemoryCommentProvider()));
    expect(tags(page)).to.deep.equal([
      'customs-profile-card',
      'customs-duty-list',
      'customs-rank-ladder',
      'customs-link-list',
      'customs-comment-box',
    ]);
    expect(shownText(page)).to.contain('第二段。').and.to.contain('拟订甲的制度。');
  });

  it('leaves out what the agency does not have, and comments without an endpoint', async () => {
    const { ranks: _ranks, duties, ...rest } = copyOf(sample);
    const page = await create({ ...rest, duties: { ...duties, items: [] } });
    expect(tags(page)).to.deep.equal(['customs-profile-card', 'customs-link-list']);
    expect(rootsOf(page).flatMap((root) => [...root.querySelectorAll('[part=empty]')])).to.be.empty;
  });

  it('asks for the data once, and shows no agency before it is there', async () => {
    const server = new FakeServer();
    const path = `/page-${server.id}.json`;
    const release = server.hold(path);
    const page = document.createElement('customs-agency-page');
    page.src = path;
    await fixture(html`<div>${page}</div>`);
    await waitUntil(() => server.requests.length);
    expect(drawn(page)).to.deep.equal([]);
    const names: string[] = [];
    page.addEventListener('customs-ready', ({ detail }) => names.push(detail.agency.name));
    release(sample);
    await waitUntil(() => names.length);
    expect(server.requests).to.deep.equal([path]);
    expect(names).to.deep.equal(['示例局']);
    expect(shownText(page)).to.contain('一级长').and.not.to.contain('海关');
    server.close();
  });

  it('reports once that its data is shown, when all of it is', async () => {
    const page = document.createElement('customs-agency-page');
    page.data = sample;
    const seen: string[] = [];
    page.addEventListener('customs-ready', () => seen.push(shownText(page)));
    await fixture(html`<div>${page}</div>`);
    await waitUntil(() => seen.length);
    await page.updateComplete;
    expect(seen).to.have.length(1);
    expect(seen[0]).to.contain('第二段。').and.to.contain('一级长').and.to.contain('相关机构');
  });

  it('says once what is wrong, wherever it is', async () => {
    const page = document.createElement('customs-agency-page');
    page.data = { ...copyOf(sample), summary: 7, duties: 7 } as never;
    let errors = 0;
    page.addEventListener('customs-error', () => (errors += 1));
    const warnings = await warningsOf(async () => {
      await fixture(html`<div>${page}</div>`);
      await waitUntil(() => errors);
    });
    expect(errors).to.equal(1);
    expect(warnings.join()).to.contain('/summary').and.to.contain('/duties');
    expect(within(page).querySelectorAll('[role=alert]')).to.have.length(1);
    expect(drawn(page)).to.deep.equal([]);
  });

  it('has one top heading, and the parts below it', async () => {
    const page = await create();
    const [first, ...rest] = levels(page);
    expect(first).to.equal(2);
    expect(Math.min(...rest)).to.equal(3);
    const warnings = await warningsOf(async () => {
      page.headingLevel = 6;
      await page.updateComplete;
    });
    expect(new Set(levels(page))).to.deep.equal(new Set([6]));
    expect(warnings, 'no level that does not exist is asked for').to.deep.equal([]);
  });

  it('hands on what a reader set: elder mode, contrast, language', async () => {
    const page = await create(sample, (one) => {
      one.elder = true;
      one.theme = 'contrast';
      one.lang = 'en';
    });
    for (const one of drawn(page)) {
      expect(part(one, 'base').className, one.localName).to.contain('contrast');
      expect(part(one, 'base').className, one.localName).to.contain('elder');
      expect(part(one, 'base').lang, one.localName).to.equal('en');
    }
  });

  it('hands on what the author set', async () => {
    const page = await create(sample, (one) => {
      one.filter = true;
      one.externalNotice = true;
      one.trusted = 'example.org';
      Object.assign(one, { endpoint: '/c', engine: 'static', site: 's', thread: 't' });
    });
    expect(drawnAs(page, 'customs-duty-list').filter).to.equal(true);
    const links = drawnAs(page, 'customs-link-list');
    expect([links.externalNotice, links.trusted]).to.deep.equal([true, 'example.org']);
    expect(drawnAs(page, 'customs-comment-box')).to.include({
      endpoint: '/c',
      engine: 'static',
      site: 's',
      thread: 't',
    });
  });

  it('keeps its parts when the data changes, and drops one that is gone', async () => {
    const page = await create();
    const before = drawn(page);
    page.data = { ...copyOf(sample), name: '改名局', links: undefined };
    await page.updateComplete;
    expect(drawn(page)).to.deep.equal(before.slice(0, 3));
    expect(shownText(page)).to.contain('改名局');
  });

  it('shows pictures and a privacy notice of the author in the parts they are for', async () => {
    const provider = new MemoryCommentProvider([], { consent: undefined });
    const page = await create(sample, (one) => {
      one.provider = provider;
      one.innerHTML = '<img slot="emblem" alt="" src="data:,"><p slot="notice">告知</p>';
    });
    const box = drawnAs(page, 'customs-comment-box');
    await waitUntil(() => within(box).querySelector('form'));
    const slotOf = (element: Element, name: string): HTMLSlotElement =>
      within(element).querySelector<HTMLSlotElement>(`slot[name=${name}]`)!;
    const emblem = slotOf(drawnAs(page, 'customs-profile-card'), 'emblem');
    expect(emblem.assignedElements({ flatten: true })).to.deep.equal([page.children[0]]);
    expect(page.children[0]!.getBoundingClientRect().width).to.equal(64);
    await waitUntil(() => slotOf(box, 'notice'));
    expect(slotOf(box, 'notice').assignedElements({ flatten: true })).to.deep.equal([
      page.children[1],
    ]);
  });

  it('loads data and comments again on demand', async () => {
    const server = new FakeServer();
    const path = `/page-${server.id}.json`;
    server.json(path, sample);
    const provider = new MemoryCommentProvider();
    let asked = 0;
    const { list } = provider;
    provider.list = (...args) => ((asked += 1), list.apply(provider, args));
    const page = document.createElement('customs-agency-page');
    Object.assign(page, { src: path, provider });
    const ready = oneEvent(page, 'customs-ready');
    await fixture(html`<div>${page}</div>`);
    await ready;
    await waitUntil(() => asked === 1);
    page.reload();
    await waitUntil(() => asked === 2);
    expect(server.requests).to.deep.equal([path, path]);
    server.close();
  });

  it('draws the elements of its own prefix', async () => {
    define({ prefix: 'police' });
    const page = document.createElement('police-agency-page') as CustomsAgencyPage;
    page.data = sample;
    await fixture(html`<div>${page}</div>`);
    await page.updateComplete;
    expect(tags(page)).to.deep.equal([
      'police-profile-card',
      'police-duty-list',
      'police-rank-ladder',
      'police-link-list',
    ]);
    expect(shownText(page)).to.contain('一级长');
    CustomsAgencyPage.define('one-page');
    const other = document.createElement('one-page') as CustomsAgencyPage;
    other.data = sample;
    await fixture(html`<div>${other}</div>`);
    await other.updateComplete;
    expect(tags(other)[0]).to.equal('customs-profile-card');
  });
});
