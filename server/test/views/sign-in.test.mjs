/* Signing in and out on the moderation page, at a real identity provider. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, textOf, violations } from '../running/browser.mjs';
import { draft, post } from '../running/client.mjs';
import { freePort } from '../running/databases.mjs';
import { oidcSettings, startProvider } from '../running/provider.mjs';
import { openSession, settingsWithRoles, TOKENS } from '../running/staff.mjs';
import { until } from '../running/service.mjs';

const { moderators } = settingsWithRoles('');
const BUTTON = '.provider button';

async function openPage(test, { fragment = '', width } = {}) {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const provider = await startProvider(test, `${publicUrl}/moderate`);
  const opened = await open(test, `/moderate${fragment}`, {
    width,
    overrides: { port, publicUrl, moderators, staff: { oidc: oidcSettings(provider.issuer) } },
  });
  await opened.page.waitForSelector(BUTTON);
  return { ...opened, provider };
}

async function signIn(page) {
  await page.waitForSelector(BUTTON);
  await page.click(BUTTON);
  await page.waitForSelector('nav a[aria-current=page]');
}

const tokenOf = (page) => page.evaluate(() => sessionStorage.getItem('customs-comments.token'));
const notice = async (page) => {
  await page.waitForSelector('main .notice');
  return textOf(page, 'main .notice');
};

describe('the moderation page of a service with an identity provider', () => {
  it('signs in with one press and comes back to the same view', async (test) => {
    const { page, faults, url } = await openPage(test, { fragment: '#customs/published' });
    const requests = [];
    page.on('request', (request) => requests.push(request));
    await signIn(page);
    assert.equal(
      page.url(),
      `${url}/moderate#customs/published`,
      'the answer has left the address',
    );
    assert.equal(await textOf(page, '.who'), '张审核审核员');
    const token = await tokenOf(page);
    assert.deepEqual(await openSession(url, token), [200, undefined]);
    const kept = await page.evaluate(() => Object.keys(sessionStorage));
    assert.ok(!kept.includes('customs-comments.sign-in'), 'the secret is forgotten');
    for (const request of requests) {
      assert.ok(!request.url().includes(token), 'no address has the token');
      const { referer = '' } = request.headers();
      assert.ok(!/code=|state=/.test(referer), 'no Referer has the answer');
    }
    assert.deepEqual(faults, []);
  });

  it('is usable by everybody, in both languages and on a telephone', async (test) => {
    for (const width of [320, 1280]) {
      const { page } = await openPage(test, { width });
      assert.equal(await textOf(page, BUTTON), '用单位账号登录');
      assert.equal(await page.$eval(BUTTON, (node) => node === document.activeElement), true);
      await page.click('#banner button.quiet');
      assert.equal(await textOf(page, BUTTON), 'Sign in with your work account');
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      assert.equal(isWide, false);
      assert.deepEqual(await violations(page), []);
    }
  });

  it('still takes tokens', async (test) => {
    const { page } = await openPage(test);
    await page.type('input[name=token]', TOKENS.reader.token);
    await page.keyboard.press('Enter');
    await page.waitForSelector('nav a[aria-current=page]');
    assert.equal(await textOf(page, '.who'), 'reader只读员');
  });

  it('ends the session on the service when one signs out, and leaves tokens good', async (test) => {
    const { page, url } = await openPage(test);
    await signIn(page);
    const token = await tokenOf(page);
    await page.click('#banner button:last-child');
    await page.waitForSelector(BUTTON);
    assert.equal(await tokenOf(page), null);
    await until(async () => (await openSession(url, token))[0] === 401);
    assert.deepEqual(await openSession(url, token), [401, 'revoked']);
    await page.type('input[name=token]', TOKENS.reader.token);
    await page.keyboard.press('Enter');
    await page.waitForSelector('nav a[aria-current=page]');
    await page.click('#banner button:last-child');
    await page.waitForSelector(BUTTON);
    assert.deepEqual(await openSession(url, TOKENS.reader.token), [200, undefined]);
  });

  it('tells why a sign-in did not work', async (test) => {
    const { page, provider } = await openPage(test);
    provider.person = 'zhou';
    await page.click(BUTTON);
    assert.match(await notice(page), /没有评论审核的角色.*已记录/);
    assert.equal(new URL(page.url()).search, '');
  });

  it('says that it is the provider that does not answer', async (test) => {
    const { page, provider } = await openPage(test);
    provider.alter = (ctx) => (ctx.status = 502);
    await page.click(BUTTON);
    await page.waitForSelector('.problem');
    assert.match(await textOf(page, '.problem p'), /统一身份认证暂时没有答复/);
    provider.alter = () => {};
    await page.click('.problem button');
    await page.waitForSelector('nav a[aria-current=page]');
  });

  it('takes no answer that another browser got', async (test) => {
    const victim = await openPage(test);
    const { page, url } = victim;
    let answer;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      // Catches the way back, as whoever wants to sign somebody else in under their own name.
      if (!answer && request.url().startsWith(`${url}/moderate?`)) {
        answer = request.url();
        void request.abort();
      } else void request.continue();
    });
    await page.click(BUTTON);
    await until(() => answer);
    const context = await page.browser().createBrowserContext();
    test.after(() => context.close());
    const other = await context.newPage();
    await other.goto(answer);
    assert.match(await notice(other), /not begun in this tab/);
    assert.equal(await tokenOf(other), null);
    assert.equal(new URL(other.url()).search, '');
  });

  it('stays signed in when one goes back, and signed out too', async (test) => {
    const { page, url } = await openPage(test);
    await signIn(page);
    await page.evaluate((address) => location.assign(address), `${url}/moderate?x=1#customs/all`);
    await page.waitForFunction(() => location.search === '?x=1' && document.querySelector('nav'));
    await page.goBack();
    await page.waitForSelector('nav a[aria-current=page]');
    assert.equal(new URL(page.url()).search, '');
    await page.goForward();
    await page.waitForSelector('nav a[aria-current=page]');
    await page.click('#banner button:last-child');
    await page.waitForSelector(BUTTON);
    await page.goBack();
    await page.waitForSelector(BUTTON);
    assert.equal(await page.$('nav'), null);
  });

  it('takes an answer once, also when the browser shows its address again', async (test) => {
    const { page, url } = await openPage(test);
    let answer;
    page.on('request', (request) => {
      if (request.url().startsWith(`${url}/moderate?`)) answer = request.url();
    });
    await signIn(page);
    await page.goto(answer);
    await page.waitForSelector('nav a[aria-current=page]');
    assert.equal(new URL(page.url()).search, '', 'who is signed in stays so');
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(answer);
    assert.match(await notice(page), /请重新登录/);
  });

  it('keeps what was typed when one was away for too long', async (test) => {
    const { page, url, clock } = await openPage(test);
    const { body: receipt } = await post(url, 'a', draft());
    await signIn(page);
    const panel = `article[data-comment-id="${receipt.id}"]`;
    await page.waitForSelector(panel);
    await page.click(`${panel} [data-action=reject]`);
    await page.click(`${panel} input[value=advertising]`);
    await page.type(`${panel} textarea`, '请勿发布广告。');
    clock.now += 30 * 60_000;
    await page.click(`${panel} form.panel .primary`);
    assert.match(await notice(page), /长时间没有操作，已自动退出.*会保留/);
    await signIn(page);
    await page.waitForSelector(`${panel} textarea`);
    const kept = await page.$eval(`${panel} textarea`, ({ value }) => value);
    assert.equal(kept, '请勿发布广告。');
  });
});

describe('the moderation page of a service without one', () => {
  it('asks for a token only', async (test) => {
    const { page } = await open(test, '/moderate', { overrides: { moderators } });
    await page.waitForSelector('input[name=token]');
    assert.equal(await page.$(BUTTON), null);
  });
});
