import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CustomsLinkList, type Agency } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';
import { expectAccessible, part, parts, place, settled, textOf, within } from '../fixtures/page.js';

CustomsLinkList.define();
const create = (
  change?: (one: CustomsLinkList) => void,
  data: Agency = sample,
): Promise<CustomsLinkList> => place('customs-link-list', data, change);
/** Clicks as a reader does. Resolves to true if the browser would have followed the link. */
const follow = async (element: CustomsLinkList, link: HTMLElement): Promise<boolean> => {
  let followed = false;
  const stop = (event: Event): void => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', stop, { once: true });
  link.click();
  await element.updateComplete;
  return followed;
};

describe('<customs-link-list>', () => {
  it('shows each link with its host and description', async () => {
    const element = await create();
    expect(textOf(part(element, 'heading'))).to.equal('相关');
    expect(parts(element, 'link').map(textOf)).to.deep.equal([
      '相关机构 www.example.gov.cn',
      '站外 example.org',
    ]);
    expect(textOf(within(element))).to.contain('一句说明');
    expect(part<HTMLAnchorElement>(element, 'link').rel).to.contain('noopener');
  });

  it('marks links to untrusted hosts with a picture', async () => {
    const marks = parts(await create(), 'link').map((link) => link.querySelectorAll('svg').length);
    expect(marks).to.deep.equal([0, 1]);
  });

  it('shows groups under their headings, mailboxes and telephones without a host', async () => {
    const links = [
      { label: '教育部', url: 'http://www.moe.gov.cn/', group: '上级部门' },
      { label: '信箱', url: 'mailto:a@example.org' },
      { label: '热线', url: 'tel:12345' },
    ];
    const element = await create((one) => (one.externalNotice = true), { ...sample, links });
    expect(parts(element, 'subheading').map(textOf)).to.deep.equal(['上级部门']);
    expect(part(element, 'subheading').localName).to.equal('h3');
    expect(parts(element, 'list')).to.have.length(2);
    expect(parts(element, 'host').map(textOf)).to.deep.equal([
      'www.moe.gov.cn',
      'a@example.org',
      '12345',
    ]);
    // Neither leaves the site, so neither is asked about.
    expect(await follow(element, parts(element, 'link')[1]!)).to.equal(true);
    await expectAccessible(element);
  });

  it('shows a mailbox that cannot be decoded, and none that turns the text around it', async () => {
    const links = ['mailto:%E9%BB@example.org', 'mailto:%E2%80%AEa@example.org'];
    const element = await create(undefined, {
      ...sample,
      links: links.map((url) => ({ label: '信箱', url })),
    });
    expect(parts(element, 'host').map(textOf)).to.deep.equal(
      links.map((url) => url.replace('mailto:', '')),
    );
  });

  it('follows a link and says where to', async () => {
    const element = await create();
    const event = oneEvent(element, 'customs-open');
    expect(await follow(element, parts(element, 'link')[1]!)).to.equal(true);
    expect((await event).detail).to.deep.equal({ url: 'https://example.org/page', external: true });
  });

  it('stays when a listener objects', async () => {
    const element = await create();
    element.addEventListener('customs-open', (event) => event.preventDefault());
    expect(await follow(element, part(element, 'link'))).to.equal(false);
  });

  it('asks before leaving for an untrusted host, in the page', async () => {
    const element = await create((one) => (one.externalNotice = true));
    expect(await follow(element, parts(element, 'link')[1]!)).to.equal(false);
    expect(textOf(part(element, 'notice'))).to.contain('前往 example.org');
    expect(within(element).activeElement).to.equal(part(element, 'notice'));
    await expectAccessible(element);
    const event = oneEvent(element, 'customs-open');
    expect(await follow(element, part(element, 'continue'))).to.equal(true);
    expect((await event).detail.url).to.equal('https://example.org/page');
  });

  it('stays on cancel or Escape and gives the focus back', async () => {
    const element = await create((one) => (one.externalNotice = true));
    const link = parts(element, 'link')[1]!;
    await follow(element, link);
    part(element, 'cancel').click();
    await element.updateComplete;
    expect(parts(element, 'notice')).to.have.length(0);
    expect(within(element).activeElement).to.equal(link);
    await follow(element, link);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(parts(element, 'notice')).to.have.length(0);
    expect(within(element).activeElement).to.equal(link);
  });

  it('leaves the dialog of the page open on Escape, until nothing of its own is left to close', async () => {
    const dialog = document.createElement('dialog');
    const element = await create((one) => (one.externalNotice = true));
    element.parentElement!.append(dialog);
    dialog.append(element);
    dialog.showModal();
    await follow(element, parts(element, 'link')[1]!);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(parts(element, 'notice')).to.have.length(0);
    expect(dialog.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(dialog.open).to.equal(false);
  });

  it('does not ask for trusted hosts and for the page’s own', async () => {
    const links = [
      { label: '本站', url: window.location.href },
      { label: '政府', url: 'https://a.gov.cn/' },
    ];
    const element = await create((one) => (one.externalNotice = true), { ...sample, links });
    for (const link of parts(element, 'link')) expect(await follow(element, link)).to.equal(true);
  });

  it('compares whole labels of a host, whatever its case', async () => {
    const links = [
      { label: '假', url: 'https://notgov.cn/' },
      { label: '真', url: 'https://EXAMPLE.org/' },
    ];
    const element = await create(
      (one) => {
        one.externalNotice = true;
        one.trusted = 'gov.cn  Example.ORG';
      },
      { ...sample, links },
    );
    const [fake, real] = parts(element, 'link');
    expect(await follow(element, fake!)).to.equal(false);
    expect(await follow(element, real!)).to.equal(true);
  });

  it('cuts a long list into groups', async () => {
    const links = Array.from({ length: 60 }, (_, index) => ({
      label: `链接${index}`,
      url: `https://example.org/${index}`,
    }));
    const element = await create(undefined, { ...sample, links });
    expect(parts(element, 'list').map(({ children }) => children.length)).to.deep.equal([50, 10]);
    expect(getComputedStyle(part(element, 'list')).contentVisibility).to.equal('auto');
  });

  it('reads a list of links that the author wrote', async () => {
    const element = document.createElement('customs-link-list') as CustomsLinkList;
    element.innerHTML = '<ul><li><a href="https://example.org/">手写</a></li></ul>';
    await fixture(html`<div>${element}</div>`);
    await settled(element);
    expect(textOf(part(element, 'link'))).to.contain('手写');
  });
});
