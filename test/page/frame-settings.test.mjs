/* What the address of a frame sets: addresses of the same site, colours and numbers. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, openSite } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const iframe = (address, attributes = '') =>
  `<iframe title="职能" src="${address}" ${attributes}></iframe>`;
const SANDBOX = 'sandbox="allow-scripts"';
const LIST = 'cdn/frame.html?widget=duty-list';

describe('an address in the address of a frame', () => {
  const asked = (requests) =>
    requests.filter((url) => new URL(url).pathname.endsWith('/own.json')).sort();

  it('is relative to the page around on the same site, also in a sandbox', async () => {
    const frames = iframe(`/${LIST}&src=own.json`) + iframe(`/${LIST}&src=../own.json`, SANDBOX);
    site.pages.set('/office/duties/page.html', { body: document('', frames) });
    const { page, requests } = await site.visit(`${site.origin}/office/duties/page.html`);
    assert.deepEqual(asked(requests), [
      `${site.origin}/office/duties/own.json`,
      `${site.origin}/office/own.json`,
    ]);
    await page.close();
  });

  it('is relative to the frame in a page of another site', async () => {
    const { page, requests } = await site.open(
      document('', iframe(`${site.elsewhere}/${LIST}&src=../own.json`)),
      { policy: '' },
    );
    assert.deepEqual(asked(requests), [`${site.elsewhere}/own.json`]);
    await page.close();
  });

  it('that is wrong is told whole, folded up for the webmaster', async () => {
    const { page } = await site.visit(`${site.origin}/${LIST}&src=/office/own.json`);
    const fold = await page.waitForSelector('>>> [part=problems]');
    assert.equal(await fold.evaluate(({ open }) => open), false);
    const text = await fold.evaluate(({ textContent }) => textContent.replace(/\s+/g, ' '));
    assert.ok(text.includes(`own.json 没有找到（404） ${site.origin}/office/own.json`), text);
    await page.close();
  });
});

describe('the look of a frame', () => {
  /** Opens a frame, and returns the tokens that it has set and the warnings. */
  async function look(pairs) {
    const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    const { page, faults, requests } = await site.visit(`${site.origin}/${LIST}&${query}`);
    await page.waitForFunction(
      () => window.document.querySelector('customs-duty-list').state.kind === 'ready',
    );
    const tokens = await page.evaluate(() => {
      const { style } = window.document.documentElement;
      return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
    });
    return { page, faults, requests, tokens };
  }

  it('is that of the tokens in its address', async () => {
    const { page, faults, tokens } = await look([
      ['color-accent', '#c00'],
      ['color-surface', 'rgb(250 250 240 / 90%)'],
      ['color-focus', 'light-dark(navy, oklch(70% 0.1 200))'],
      ['radius', '0'],
      ['space', '10px'],
      ['target-size', '48'],
      ['text-scale', '1.25'],
    ]);
    assert.deepEqual(tokens, {
      '--customs-color-accent': '#c00',
      '--customs-color-surface': 'rgb(250 250 240 / 90%)',
      '--customs-color-focus': 'light-dark(navy, oklch(70% 0.1 200))',
      '--customs-radius': '0px',
      '--customs-space': '10px',
      '--customs-target-size': '48px',
      '--customs-text-scale': '1.25',
    });
    const number = await page.$('>>> [part=number]');
    assert.equal(await number.evaluate((one) => getComputedStyle(one).color), 'rgb(204, 0, 0)');
    assert.deepEqual(faults, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    await page.close();
  });

  it('takes colours and numbers only: nothing that loads, reads another value, or escapes', async () => {
    const REFUSED = [
      ...[
        'url(//evil.example/a.png)',
        'u\\72l(//evil.example/a.png)',
        'image-set("//evil.example/a.png" 1x)',
        'src("//evil.example/a.png")',
        'var(--x)',
        'env(--x)',
        'attr(lang type(<color>))',
        'rgb(from var(--x) r g b)',
        'red; background: url(//evil.example/a.png)',
        'red} * {display: none',
        'red !important',
        'red /* */',
        'linear-gradient(red, blue)',
        'expression(alert(1))',
        'rgb(1, 2',
        '12px',
        'no-colour',
        '',
      ].map((value) => ['color-accent', value]),
      ...['-1', '101', '1e2', '1em', 'calc(1px)', 'NaN', '', '0x1'].map((value) => [
        'radius',
        value,
      ]),
      ...['0', '0.4', '4.1', '1px', '100%', 'Infinity'].map((value) => ['text-scale', value]),
      ['font-family', 'serif'],
      ['--customs-color-accent', 'red'],
      ['color-unknown', 'red'],
      ['constructor', '1'],
      ['style', 'color: red'],
    ];
    const { page, faults, requests, tokens } = await look(REFUSED);
    assert.deepEqual(tokens, {});
    assert.equal(faults.length, REFUSED.length, faults.join('\n'));
    for (const fault of faults)
      assert.match(fault, /is not accepted in the address of a frame; use/);
    assert.ok(
      requests.every((url) => url.startsWith(site.origin)),
      requests.join(),
    );
    await page.close();
  });
});
