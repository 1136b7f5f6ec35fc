/* A widget in a frame, for sites that allow no third-party script. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ELEMENT_NAMES, tagOf } from '../../.tools/project.mjs';
import { document, openSite } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const LIST = 'cdn/frame.html?widget=duty-list&filter';
const iframe = (address, attributes = 'height="300"') =>
  `<iframe title="职能" src="${address}" ${attributes}></iframe>`;

/** Finds the frame in a page, once its widget shows its data. */
async function frameOf(page) {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForFunction(() =>
    [...window.document.body.children].some(({ state }) => state?.kind === 'ready'),
  );
  return frame;
}

/** Waits until the frame is exactly as high as its content, and returns the height. */
async function fits(page) {
  const frame = await frameOf(page);
  const content = () => frame.evaluate(() => window.document.body.getBoundingClientRect().height);
  const handle = await page.waitForFunction(async () => {
    const { clientHeight } = window.document.querySelector('iframe');
    return clientHeight > 320 && clientHeight;
  });
  await page.waitForFunction(
    (height) => Math.abs(window.document.querySelector('iframe').clientHeight - height) < 1,
    {},
    Math.ceil(await content()),
  );
  await handle.dispose();
  return content();
}

const filter = (frame, text) =>
  frame.evaluate((value) => {
    const input = window.document
      .querySelector('customs-duty-list')
      .shadowRoot.querySelector('input');
    input.value = value;
    input.dispatchEvent(new InputEvent('input'));
  }, text);

const overflow = (frame) =>
  frame.evaluate(() => getComputedStyle(window.document.documentElement).overflowY);

const ELSEWHERE = (policy = '') =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src ${site.elsewhere} 'self'; ${policy}`;

describe('a frame', () => {
  it('shows the widget of its address, with its attributes, language and title', async () => {
    const { page, faults } = await site.visit(
      `${site.origin}/cdn/frame.html?widget=duty-list&agency=gacc&lang=en&theme=dark&filter`,
    );
    await page.waitForFunction(() => window.document.title !== 'customs-widgets');
    const seen = await page.evaluate(() => {
      const element = window.document.querySelector('customs-duty-list');
      return {
        attributes: element.getAttributeNames().sort(),
        theme: element.theme,
        lang: window.document.documentElement.lang,
        background: getComputedStyle(window.document.documentElement).backgroundColor,
        violations: window.violations,
      };
    });
    assert.deepEqual(seen, {
      attributes: ['agency', 'filter', 'theme'],
      theme: 'dark',
      lang: 'en',
      background: 'rgba(0, 0, 0, 0)',
      violations: [],
    });
    assert.match(await page.title(), /duties|functions|responsib/i);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('of the same origin makes itself as high as its content, and follows it', async () => {
    const { page, faults } = await site.open(document('', iframe(LIST)), {
      policy: "default-src 'none'; img-src data:; frame-src 'self'",
    });
    const whole = await fits(page);
    const frame = await frameOf(page);
    assert.equal(await overflow(frame), 'hidden', 'no second scroll bar');
    await filter(frame, '打击走私');
    await frame.waitForFunction(
      (before) => window.document.body.getBoundingClientRect().height < before - 100,
      {},
      whole,
    );
    const less = await fits(page);
    assert.ok(less < whole);
    await filter(frame, '');
    await frame.waitForFunction(
      (before) => window.document.body.getBoundingClientRect().height > before + 100,
      {},
      less,
    );
    assert.equal(await fits(page), whole);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('with a border and border-box has room for all of its content', async () => {
    site.publish('/border.css', 'iframe { box-sizing: border-box; border: 9px solid }', 'text/css');
    const { page } = await site.open(
      document('<link rel="stylesheet" href="border.css">', iframe(LIST)),
      { policy: "default-src 'none'; img-src data:; style-src 'self'; frame-src 'self'" },
    );
    await fits(page);
    await page.close();
  });

  for (const [order, html] of [
    ['before it', (frame) => document('<script src="cdn/frame-host.js"></script>', frame)],
    [
      'after it',
      (frame) => document('', `${frame}<script src="cdn/frame-host.js" defer></script>`),
    ],
  ]) {
    it(`of another origin is sized by frame-host.js ${order}`, async () => {
      const { page, faults } = await site.open(html(iframe(`${site.elsewhere}/${LIST}`)), {
        policy: ELSEWHERE("require-trusted-types-for 'script'"),
      });
      await fits(page);
      const frame = await frameOf(page);
      await frame.waitForSelector('html.sized');
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('that was there long before frame-host.js is still sized', async () => {
    const { page } = await site.open(document('', iframe(`${site.elsewhere}/${LIST}`)), {
      policy: ELSEWHERE(),
    });
    await frameOf(page);
    await page.addScriptTag({ url: `${site.origin}/cdn/frame-host.js` });
    await fits(page);
    await page.close();
  });

  it('of another origin keeps its height and scrolls where nobody sizes it', async () => {
    const { page } = await site.open(document('', iframe(`${site.elsewhere}/${LIST}`)), {
      policy: ELSEWHERE(),
    });
    const frame = await frameOf(page);
    const height = await page.evaluate(() => window.document.querySelector('iframe').clientHeight);
    assert.equal(height, 300);
    assert.notEqual(await overflow(frame), 'hidden');
    assert.ok(
      await frame.evaluate(() => window.document.documentElement.scrollHeight > window.innerHeight),
    );
    await page.close();
  });

  it('is not sized by messages of others, nor without bounds', async () => {
    const { page } = await site.open(
      document(
        '<script src="cdn/frame-host.js"></script>',
        iframe(`${site.elsewhere}/${LIST}`) + iframe(`${site.elsewhere}/other.html`, 'id="other"'),
      ),
      { policy: ELSEWHERE() },
    );
    await fits(page);
    const frame = await frameOf(page);
    await page.evaluate(() => {
      const own = window.document.querySelector('iframe');
      window.heights = [];
      new MutationObserver(() => window.heights.push(own.style.height)).observe(own, {
        attributeFilter: ['style'],
      });
    });
    const send = (target, message) =>
      target.evaluate((data) => window.parent.postMessage(data, '*'), message);
    const type = 'customs-widgets:height';
    await send(page.mainFrame(), { type, height: 77 });
    for (const height of [-1, 0, 1e9, '88', null]) await send(frame, { type, height });
    const other = await (await page.$('#other')).contentFrame();
    await send(other, { type, height: 99 });
    // Messages arrive in order. When this one has arrived, the earlier ones have too.
    await send(frame, { type, height: 555 });
    await page.waitForFunction(
      () => window.document.querySelector('iframe').style.height === '555px',
    );
    assert.deepEqual(await page.evaluate(() => window.heights), ['555px']);
    assert.equal(
      await page.evaluate(() => window.document.querySelector('#other').style.height),
      '',
    );
    await page.close();
  });

  it('keeps places inside to itself', async () => {
    const { page } = await site.open(document('', iframe(LIST)), {
      policy: "default-src 'none'; img-src data:; frame-src 'self'",
    });
    const frame = await frameOf(page);
    const number = await frame.waitForSelector('>>> #duty-6 .number');
    await number.click();
    await frame.waitForFunction(() => window.location.hash === '#duty-6');
    assert.match(page.url(), /page-\d+\.html$/);
    await page.close();
  });

  it('opens links in the whole page', async () => {
    const { page } = await site.open(document('', iframe('cdn/frame.html?widget=link-list')), {
      policy: "default-src 'none'; img-src data:; frame-src 'self'",
    });
    const frame = await frameOf(page);
    site.pages.set('/target.html', { body: document('', '<p>到了</p>') });
    const link = await frame.waitForSelector('>>> a');
    await Promise.all([
      page.waitForNavigation(),
      link.evaluate((one) => {
        one.href = '/target.html';
        one.click();
      }),
    ]);
    assert.match(page.url(), /target\.html$/);
    await page.close();
  });

  it('shows the place that its address ends with', async () => {
    const { page } = await site.open(document('', iframe(`${LIST}#duty-6`)), {
      policy: "default-src 'none'; img-src data:; frame-src 'self'",
    });
    const frame = await frameOf(page);
    assert.ok(await frame.$('>>> #duty-6'));
    await page.close();
  });
});

describe('what the address of a frame may set', () => {
  const EVIL = 'https://evil.example/';
  const KINDS = /^(boolean|number|'.*')$/;
  let elements;
  before(() => {
    const { modules } = JSON.parse(site.file('custom-elements.json'));
    elements = modules.flatMap(({ declarations }) => declarations).filter((one) => one.tagName);
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ELEMENT_NAMES.map((name) => tagOf(name, 'customs')),
    );
  });

  it('is no text that may name another site, by the words that document it', () => {
    for (const { tagName, attributes } of elements) {
      for (const { name, framed, description } of attributes) {
        if (framed !== 'any') continue;
        assert.doesNotMatch(description, /address|host|url|link|origin/i, `${tagName} ${name}`);
      }
    }
  });

  for (const name of ELEMENT_NAMES) {
    it(`is of ${name} what it declares so: an attribute that says nothing stays unset`, async () => {
      const { tagName, attributes } = elements.find((one) => one.tagName.endsWith(name));
      const isOwn = ({ framed }) => framed === 'own';
      const query = attributes.map((one) =>
        new URLSearchParams({ [one.name]: isOwn(one) ? 'own.json' : EVIL }).toString(),
      );
      const address = `${site.origin}/cdn/frame.html?widget=${name}&${query.join('&')}`;
      const { page } = await site.visit(address);
      const set = await page.$eval(tagName, (element) => element.getAttributeNames());
      const expected = attributes.filter(
        (one) => one.name !== 'lang' && (one.framed || KINDS.test(one.type.text)),
      );
      assert.deepEqual(set.sort(), expected.map((one) => one.name).sort());
      await page.close();
      for (const own of attributes.filter(isOwn)) {
        const refused = await site.visit(`${address}&${own.name}=${encodeURIComponent(EVIL)}`);
        assert.ok(await refused.page.$('[role=alert]'), own.name);
        assert.equal(await refused.page.$(tagName), null);
        await refused.page.close();
      }
    });
  }
});

describe('the address of a frame', () => {
  for (const [what, search, expected] of [
    ['another widget', 'widget=img', '地址中的 widget 应为'],
    ['no widget', '', '地址中的 widget 应为'],
    ['data from elsewhere', 'widget=duty-list&src=https://evil.example/a.json', '只能指向本网站'],
    ['data in the address', 'widget=duty-list&src=data:application/json,{}', '只能指向本网站'],
    ['a second src', 'widget=duty-list&src=a.json&src=//evil.example/a.json', '只能指向本网站'],
    [
      'comments from elsewhere',
      'widget=comment-box&thread=a&endpoint=https://evil.example/',
      '只能指向本网站',
    ],
    ['a sentence', 'widget=duty-list&src=https://x 请拨打 123 缴税', '只能指向本网站'],
    ['comments of no page', 'widget=comment-box&endpoint=/comments', '缺少 thread'],
  ]) {
    it(`is refused in words: ${what}`, async () => {
      const { page, faults, requests } = await site.visit(
        `${site.origin}/cdn/frame.html?${search}`,
      );
      const text = await page.$eval('[role=alert]', (alert) => alert.textContent);
      assert.ok(text.includes(expected), text);
      assert.doesNotMatch(
        text,
        /evil|缴税/,
        'nothing of the address is said in the name of the site',
      );
      assert.equal(await page.$('customs-duty-list, customs-comment-box'), null);
      assert.deepEqual(faults, []);
      assert.ok(
        requests.every(
          (url) =>
            url.startsWith(`${site.origin}/cdn/frame`) ||
            url.endsWith('customs-widgets.classic.js'),
        ),
      );
      await page.close();
    });
  }

  it('is refused in English where that is its language', async () => {
    const { page } = await site.visit(`${site.origin}/cdn/frame.html?widget=x&lang=en-GB`);
    const text = await page.$eval('[role=alert]', (alert) => alert.textContent);
    assert.match(text, /widget must be one of: profile-card/);
    await page.close();
  });

  it('sets no attribute that is not listed: other names are left out with a warning', async () => {
    const { page, faults } = await site.visit(
      `${site.origin}/cdn/frame.html?widget=profile-card&url=https://evil.example/&onclick=alert(1)&style=color:red`,
    );
    await page.waitForFunction(
      () => window.document.querySelector('customs-profile-card').state.kind === 'ready',
    );
    assert.deepEqual(
      await page.$eval('customs-profile-card', (element) => element.getAttributeNames()),
      [],
    );
    assert.equal(faults.length, 3);
    for (const fault of faults) assert.match(fault, /is not accepted in the address of a frame/);
    await page.close();
  });

  it('does not lead to data from elsewhere through a redirect either', async () => {
    site.pages.set('/go.json', {
      body: (response) =>
        response.writeHead(302, { location: `${site.elsewhere}/cdn/gacc/zh-Hans.json` }).end(),
    });
    const { page } = await site.visit(
      `${site.origin}/cdn/frame.html?widget=duty-list&src=/go.json`,
    );
    await page.waitForFunction(
      () => window.document.querySelector('customs-duty-list').state.kind === 'failed',
    );
    assert.match((await page.evaluate(() => window.violations)).join(), /connect-src/);
    await page.close();
  });
});
