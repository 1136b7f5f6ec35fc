import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import type { CustomsAgencyPage } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { control, expectAccessible, part, parts, textOf, within } from '../../fixtures/page.js';
import { create, drawnAs } from './whole.js';

const focusedIn = (page: Element): string | undefined => within(page).activeElement?.id;
const top = (element: Element): number => element.getBoundingClientRect().top;

describe('<customs-agency-page>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'zh-Hans';
    (document.activeElement as HTMLElement | null)?.blur();
  });
  afterEach(() =>
    history.replaceState(null, '', window.location.pathname + window.location.search),
  );

  it('lists its parts, under the names that they have', async () => {
    const page = await create(sample, (one) => (one.provider = new MemoryCommentProvider()));
    const links = parts(page, 'contents-link');
    expect(links.map(textOf)).to.deep.equal(['概况', '主要职能', '示例衔', '相关', '评论']);
    page.lang = 'en';
    await waitUntil(() => textOf(links[1]!) === 'Main duties');
    expect(links[2]!.lang, 'the name of the ranks is in the language of the data').to.equal(
      'zh-Hans',
    );
  });

  it('is left out where there is one part alone', async () => {
    const page = await create({ lang: 'zh-Hans', name: '甲局' });
    expect(parts(page, 'section')).to.have.length(1);
    expect(parts(page, 'contents')).to.deep.equal([]);
    await expectAccessible(page);
  });

  it('leads to a part by a key, and names it for screen readers', async () => {
    await setViewport({ width: 800, height: 300 });
    const page = await create();
    control(page, '示例衔').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focusedIn(page) === 'customs-rank-ladder');
    const section = within(page).activeElement!;
    expect(Math.abs(top(section))).to.be.lessThan(40);
    const label = within(page).getElementById(section.getAttribute('aria-labelledby')!)!;
    expect(textOf(label)).to.equal('示例衔');
    expect(window.location.hash).to.equal('#customs-rank-ladder');
    control(page, '示例衔').focus();
    window.scrollTo(0, 0);
    await sendKeys({ press: 'Enter' });
    expect(focusedIn(page), 'a second time too').to.equal('customs-rank-ladder');
  });

  it('follows an address that names a part, and one that names a duty', async () => {
    history.replaceState(null, '', '#customs-link-list');
    const page = await create();
    await waitUntil(() => focusedIn(page) === 'customs-link-list');
    window.location.hash = '#duty-2';
    const duties = drawnAs(page, 'customs-duty-list');
    await waitUntil(() => within(duties).activeElement?.id === 'duty-2');
    window.location.hash = '#customs-profile-card';
    await waitUntil(() => focusedIn(page) === 'customs-profile-card');
  });

  it('opens a new window for whoever asks for one', async () => {
    const page = await create();
    const link = control(page, '相关');
    const click = new MouseEvent('click', { ctrlKey: true, cancelable: true });
    let isLeft = false;
    link.addEventListener('click', (event) => {
      isLeft = !event.defaultPrevented;
      event.preventDefault();
    });
    link.dispatchEvent(click);
    expect([isLeft, focusedIn(page)]).to.deep.equal([true, undefined]);
  });

  it('leaves an address alone that is a route of the page, and opens what is closed', async () => {
    history.replaceState(null, '', '#!/home');
    const details = await fixture(html`<details><summary>外</summary></details>`);
    const page = await create();
    details.append(page);
    const link = control(page, '相关') as HTMLAnchorElement;
    await waitUntil(() => link.hash === '#!/home');
    expect(link.target).to.equal('_self');
    link.click();
    await waitUntil(() => focusedIn(page) === 'customs-link-list');
    expect((details as HTMLDetailsElement).open).to.equal(true);
    expect(window.location.hash).to.equal('#!/home');
  });

  it('does not take readers from what they have begun', async () => {
    const button = await fixture<HTMLElement>(html`<button>x</button>`);
    button.focus();
    history.replaceState(null, '', '#customs-link-list');
    await create();
    await nextFrame();
    expect(document.activeElement).to.equal(button);
  });

  it('lets the first of two pages answer, and each link lead into its own', async () => {
    const place = await fixture(
      html`<div>
        <customs-agency-page .data=${sample}></customs-agency-page>
        <customs-agency-page .data=${sample}></customs-agency-page>
      </div>`,
    );
    const [first, second] = [...place.children] as CustomsAgencyPage[];
    await second!.updateComplete;
    window.location.hash = '#customs-link-list';
    await waitUntil(() => focusedIn(first!) === 'customs-link-list');
    control(second!, '主要职能').click();
    await nextFrame();
    expect(focusedIn(second!)).to.equal('customs-duty-list');
    expect(focusedIn(first!)).to.equal(undefined);
  });

  it('leaves the address alone after it was removed', async () => {
    const page = await create();
    const parent = page.parentElement!;
    page.remove();
    window.location.hash = '#customs-link-list';
    await nextFrame();
    parent.append(page);
    expect(focusedIn(page)).to.equal(undefined);
  });

  it('stands above the parts where it is narrow, beside them where it is wide, and not on paper', async () => {
    await setViewport({ width: 360, height: 800 });
    const page = await create();
    const contents = part(page, 'contents');
    const [section] = parts(page, 'section');
    expect(contents.getBoundingClientRect().bottom).to.be.at.most(top(section!));
    await setViewport({ width: 1280, height: 800 });
    await waitUntil(() => top(contents) === top(section!));
    expect(contents.getBoundingClientRect().right).to.be.lessThan(
      section!.getBoundingClientRect().left,
    );
    await emulateMedia({ media: 'print' });
    expect(contents.checkVisibility()).to.equal(false);
    await emulateMedia({ media: 'screen' });
  });
});
