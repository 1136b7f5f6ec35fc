/* A frame with a sandbox, as systems that distrust every frame write it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { document, openSite } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const POLICY = "default-src 'none'; img-src data:; frame-src 'self'";
const sandboxed = (query, more = '') =>
  `<iframe title="${query}" sandbox="allow-scripts${more}" src="/cdn/frame.html?widget=${query}"></iframe>`;
const isJson = (url) => new URL(url).pathname.endsWith('.json');

/** Finds the frames of a page. */
const framesOf = async (page) =>
  Promise.all((await page.$$('iframe')).map((frame) => frame.contentFrame()));

/** Waits until the element of a frame shows its data, and returns its text. */
async function textOf(frame) {
  await frame.waitForFunction(() =>
    [...window.document.body.children].some(({ state }) => state?.kind === 'ready'),
  );
  return frame.evaluate(
    () => [...window.document.body.children].find(({ state }) => state).shadowRoot.textContent,
  );
}

/** Waits for the message of a frame, and returns it. */
const messageOf = async (frame) => {
  const found = await frame.waitForSelector('p[role=alert]');
  return found.evaluate((one) => one.textContent);
};

describe('a frame with sandbox="allow-scripts"', () => {
  it('shows the built-in data in both languages, and fetches nothing', async () => {
    const { page, faults, requests } = await site.open(
      document('', sandboxed('duty-list&agency=gacc') + sandboxed('link-list&lang=en')),
      { policy: POLICY },
    );
    const [chinese, english] = await framesOf(page);
    assert.match(await textOf(chinese), /（十三）/);
    assert.match(await textOf(english), /Related/);
    assert.equal(await chinese.evaluate(() => window.origin), 'null');
    assert.deepEqual(faults, []);
    assert.deepEqual(requests.filter(isJson), []);
    await page.close();
  });

  it('has a policy that names its site, because WebKit matches no other words there', async () => {
    const { page } = await site.open(document('', sandboxed('duty-list')), { policy: POLICY });
    const [frame] = await framesOf(page);
    await textOf(frame);
    const [policy, blocked] = await frame.evaluate(
      (elsewhere) =>
        new Promise((resolve) => {
          const { content } = window.document.querySelector('meta[http-equiv]');
          window.document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
            resolve([content, violatedDirective]),
          );
          const picture = new Image();
          picture.src = `${elsewhere}/picture.png`;
        }),
      site.elsewhere,
    );
    for (const name of ['script', 'style', 'img', 'connect']) {
      assert.ok(policy.includes(`${name}-src 'self' ${site.origin}`), policy);
    }
    assert.match(policy, /^default-src 'none'.*require-trusted-types-for 'script'$/);
    assert.equal(blocked, 'img-src');
    await page.close();
  });

  it('says what to add where it cannot fetch, and still refuses foreign data', async () => {
    const { page } = await site.open(
      document(
        '',
        sandboxed('duty-list&src=/cdn/gacc/zh-Hans.json') +
          sandboxed('comment-box&endpoint=/comments&site=a&thread=t&lang=en') +
          sandboxed('comment-count&endpoint=/comments&site=a&thread=t') +
          sandboxed(`duty-list&src=${encodeURIComponent(site.elsewhere)}/a.json`) +
          sandboxed('duty-list&src=/cdn/gacc/zh-Hans.json', ' allow-same-origin'),
      ),
      { policy: POLICY },
    );
    const [data, comments, count, foreign, allowed] = await framesOf(page);
    assert.match(await messageOf(data), /缺少 allow-same-origin，因此读取不到/);
    assert.match(await messageOf(comments), /lacks allow-same-origin/);
    assert.match(await messageOf(count), /allow-same-origin/);
    assert.match(await messageOf(foreign), /只能指向本网站/);
    assert.match(await textOf(allowed), /（十三）/);
    assert.equal(await allowed.$('p[role=alert]'), null);
    await page.close();
  });
});

describe('a frame without a sandbox', () => {
  it('loads no data as a script', async () => {
    const { page, requests } = await site.visit(`${site.origin}/cdn/frame.html?widget=duty-list`);
    assert.match(await textOf(page), /（十三）/);
    assert.deepEqual(
      requests.filter((url) => /(gacc|strings)\//.test(url)).map((url) => new URL(url).pathname),
      ['/cdn/gacc/zh-Hans.json'],
    );
    await page.close();
  });
});

describe('a frame on a disk', () => {
  it('shows the built-in data, although it can fetch nothing', async () => {
    const address = `${pathToFileURL(join(site.folder, 'cdn/frame.html'))}?widget=duty-list`;
    const { page, faults } = await site.visit(address);
    assert.match(await textOf(page), /（十三）/);
    assert.deepEqual(faults, []);
    await page.close();
  });
});
