import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { CustomsProfileCard } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { control, part, parts, settled, textOf, warningsOf, within } from '../../fixtures/page.js';
import { card, long, qrLink } from './card.js';

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

  it('shows the first paragraph about the agency where there is no summary', async () => {
    const { summary: _, ...rest } = sample;
    const element = await card({ ...rest, overview: ['第一段。', '第二段。'] });
    expect(textOf(part(element, 'summary'))).to.equal('第一段。');
  });

  it('shows how the public reaches the office, and dials a number', async () => {
    const element = await card({
      ...sample,
      telephone: '0512-12345',
      address: '甲县人民路 1 号',
      openingHours: '工作日 9:00–17:00',
    });
    expect(textOf(part(element, 'contacts'))).to.equal(
      '电话 0512-12345 地址 甲县人民路 1 号 办公时间 工作日 9:00–17:00',
    );
    expect(part(element, 'contacts').querySelector('a')!.href).to.equal('tel:051212345');
    const words = await card({ ...sample, telephone: '12345 转 2' });
    expect(part(words, 'contacts').querySelector('a')).to.equal(null);
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
