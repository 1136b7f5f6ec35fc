import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { CustomsProfileCard, type Agency } from '../../src/index.js';
import { codes } from '../../src/elements/profile-card/qr-code.js';
import { sample } from '../fixtures/agencies.js';
import { control, part, parts, place, settled, textOf, warningsOf, within } from '../fixtures/page.js';

CustomsProfileCard.define();
const long: Agency = { ...sample, summary: '很长的概述。'.repeat(80) };
const card = (
  data: Agency,
  change?: (one: CustomsProfileCard) => void,
): Promise<CustomsProfileCard> => place('customs-profile-card', data, change);
const qrLink = (element: Element): string => part(element, 'qr').querySelector('a')!.href;

describe('<customs-profile-card>', () => {
  it('shows category, name, standing, level, summary and source', async () => {
    const element = await card(sample);
    expect(textOf(part(element, 'category'))).to.equal('常用网站');
    expect(textOf(part(element, 'heading'))).to.equal('示例局');
    expect(textOf(part(element, 'facts'))).to.equal('机构性质 直属机构 级别 正局级');
    expect(textOf(part(element, 'summary'))).to.equal('示例局负责示例。');
    expect(textOf(part(element, 'source'))).to.equal(
      '来源：《示例局——概况》，示例局 核对日期：2026年1月31日',
    );
    expect(part(element, 'source').querySelector('a')!.href).to.equal('https://example.org/about');
  });

  it('shows nothing but the name when nothing else is known', async () => {
    const element = await card({ lang: 'zh-Hans', name: '甲' });
    for (const name of ['category', 'facts', 'summary', 'overview', 'source']) {
      expect(parts(element, name), name).to.have.length(0);
    }
    expect(parts(element, 'heading')).to.have.length(1);
  });

  it('expands a summary that is too long, and offers nothing for one that is not', async () => {
    const short = await card(sample);
    const element = await card(long);
    expect(parts(short, 'toggle')).to.have.length(0);
    const collapsed = part(element, 'summary').clientHeight;
    const event = oneEvent(element, 'customs-toggle');
    control(element, '展开全文').click();
    expect((await event).detail).to.deep.equal({ name: 'summary', open: true });
    await element.updateComplete;
    expect(part(element, 'summary').clientHeight).to.be.greaterThan(collapsed);
    expect(control(element, '收起').getAttribute('aria-expanded')).to.equal('true');
    control(element, '收起').click();
    await element.updateComplete;
    expect(part(element, 'summary').clientHeight).to.equal(collapsed);
  });

  for (const [language, sentence] of [
    ['zh-Hans', '负责全国海关工作，组织推动口岸建设。'],
    ['en', 'It supervises all that enters or leaves; duties and taxes are collected. '],
  ] as const) {
    it(`cuts the summary off in the widest column where it offers to expand it: ${language}`, async () => {
      let summary: string = sentence;
      const element = await card({ ...sample, lang: language, summary });
      element.parentElement!.style.width = '1400px';
      while (!parts(element, 'toggle').length) {
        summary += sentence;
        element.data = { ...sample, lang: language, summary };
        await element.updateComplete;
      }
      const { scrollHeight, clientHeight } = part(element, 'summary');
      expect(scrollHeight).to.be.above(clientHeight + 1);
    });
  }

  it('full shows the overview without saying the summary twice', async () => {
    const element = await card(sample, (one) => (one.variant = 'full'));
    expect(textOf(part(element, 'overview'))).to.equal('概况 第二段。');
    expect(parts(await card(sample), 'overview')).to.have.length(0);
  });

  it('opens the QR code on demand, and at once when full', async () => {
    const element = await card(sample);
    const code = part(element, 'qr');
    expect(code.offsetHeight).to.equal(0);
    const event = oneEvent(element, 'customs-toggle');
    control(element, '手机查看').click();
    expect((await event).detail).to.deep.equal({ name: 'qr', open: true });
    await element.updateComplete;
    expect(code.offsetHeight).to.be.greaterThan(100);
    expect(control(element, '手机查看').getAttribute('aria-expanded')).to.equal('true');
    const full = await card(sample, (one) => (one.variant = 'full'));
    expect(part(full, 'qr').offsetHeight).to.be.greaterThan(100);
  });

  it('draws no code before it is opened or printed, and keeps its place until it is drawn', async () => {
    const element = await card(sample);
    await codes.bring();
    element.requestUpdate();
    await element.updateComplete;
    expect(parts(element, 'qr-code')).to.have.length(0);
    window.dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    expect(part(element, 'qr-code').querySelectorAll('path')[1]!.getAttribute('d')).not.to.equal(
      '',
    );
    const full = await card(sample, (one) => (one.variant = 'full'));
    const { width, height } = part(full, 'qr-code').getBoundingClientRect();
    expect(width).to.be.greaterThan(100);
    expect(height).to.equal(width);
  });

  it('draws the code black on white with a quiet zone of four modules, in every theme', async () => {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      const element = await card(sample, (one) => {
        one.variant = 'full';
        one.theme = theme;
      });
      const paths = (): NodeListOf<SVGPathElement> =>
        part(element, 'qr-code').querySelectorAll('path');
      await waitUntil(() => paths()[1]!.getAttribute('d'));
      const [background, code] = paths();
      expect([background!, code!].map((path) => getComputedStyle(path).fill)).to.deep.equal([
        'rgb(255, 255, 255)',
        'rgb(0, 0, 0)',
      ]);
      const { x, y, width, height } = code!.getBBox();
      const whole = background!.getBBox();
      expect([x, y, whole.width - x - width, whole.height - y - height]).to.deep.equal([
        4, 4, 4, 4,
      ]);
    }
  });

  it('leads to the site, the page or the address given', async () => {
    const element = await card(sample);
    expect(qrLink(element)).to.equal('https://example.org/');
    expect(textOf(part(element, 'qr'))).to.contain('手机查看 example.org');
    expect(textOf(part(element, 'qr'))).not.to.contain('org/');
    const page = window.location.href.replace(/#.*/, '');
    expect(qrLink(await card(sample, (one) => (one.qr = 'page')))).to.equal(page);
    expect(qrLink(await card(sample, (one) => (one.url = 'https://m.example.org/')))).to.equal(
      'https://m.example.org/',
    );
    const { url: _url, ...siteless } = sample;
    expect(qrLink(await card(siteless))).to.equal(page);
  });

  it('makes an address whole, and refuses one that is not of the web', async () => {
    const page = new URL('/m', document.baseURI).href;
    expect(qrLink(await card(sample, (one) => (one.url = '/m')))).to.equal(page);
    const warnings = await warningsOf(async () => {
      for (const url of ['javascript:alert(1)', 'http://[']) {
        expect(qrLink(await card(sample, (one) => (one.url = url)))).to.equal(
          'https://example.org/',
        );
      }
    });
    expect(warnings).to.have.length(2);
  });

  it('leaves the code out when told to, and when the address is too long for one', async () => {
    const none = await card(sample, (one) => (one.qr = 'none'));
    expect(parts(none, 'qr')).to.have.length(0);
    expect(textOf(within(none))).not.to.contain('手机查看');
    const address = `https://example.org/${'a'.repeat(4000)}`;
    const long = await card(sample, (one) => {
      one.url = address;
      one.variant = 'full';
    });
    await waitUntil(() => parts(long, 'qr-code').length === 0);
    expect(qrLink(long)).to.equal(address);
  });

  it('copies the address and shows that it did', async () => {
    const clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.resolve() },
    });
    const element = await card(sample);
    const event = oneEvent(element, 'customs-copy');
    control(element, '复制链接').click();
    expect((await event).detail.text).to.equal('https://example.org/');
    await waitUntil(() => parts(element, 'feedback').length === 1);
    expect(textOf(part(element, 'feedback'))).to.equal('已复制');
    if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('saves a contact card', async () => {
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => {};
    const element = await card(sample);
    const event = oneEvent(element, 'customs-download');
    control(element, '保存名片').click();
    expect((await event).detail).to.deep.equal({ format: 'vcf', fileName: '示例局.vcf' });
    HTMLAnchorElement.prototype.click = click;
  });

  it('has places for an emblem and for further actions', async () => {
    const element = await card(sample, (one) => {
      one.innerHTML = '<i slot="emblem"></i><a slot="actions" href="#x">更多</a>';
    });
    for (const name of ['emblem', 'actions']) {
      const slot = within(element).querySelector<HTMLSlotElement>(`slot[name="${name}"]`)!;
      expect(slot.assignedElements(), name).to.have.length(1);
    }
  });

  it('reads the author’s own markup', async () => {
    const element = document.createElement('customs-profile-card') as CustomsProfileCard;
    element.innerHTML = '<h2>手写局</h2><p>手写的概述。</p>';
    await fixture(html`<div>${element}</div>`);
    await settled(element);
    expect(textOf(part(element, 'heading'))).to.equal('手写局');
    element.querySelector('h2')!.textContent = '改名局';
    await waitUntil(() => textOf(part(element, 'heading')) === '改名局');
  });

  it('warns about values that it does not know, and takes the default', async () => {
    const warnings = await warningsOf(async () => {
      const element = await card(sample, (one) => {
        one.setAttribute('variant', 'huge');
        one.setAttribute('qr', 'moon');
      });
      expect(qrLink(element)).to.equal('https://example.org/');
    });
    expect(warnings.join('\n')).to.contain('variant="huge"').and.to.contain('qr="moon"');
  });

  it('says that a translation is not official', async () => {
    const element = await card({ ...sample, translation: { of: 'en', official: false } });
    expect(textOf(part(element, 'source'))).to.contain('非官方译文');
    const official = await card({ ...sample, translation: { of: 'en', official: true } });
    expect(textOf(part(official, 'source'))).not.to.contain('非官方译文');
  });
});
