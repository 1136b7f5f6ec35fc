import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { codes } from '../../../src/elements/profile-card/qr-code.js';
import { sample } from '../../fixtures/agencies.js';
import { control, part, parts, textOf, warningsOf, within } from '../../fixtures/page.js';
import { card, qrLink } from './card.js';

describe('<customs-profile-card>', () => {
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
});
