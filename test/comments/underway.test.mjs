/*
 * The built comment box while a comment is being sent: what may happen to the box and its page
 * meanwhile.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptDrafts } from './box.mjs';
import { answers, dropped, held, lost } from './fault-proxy.mjs';
import { TEXT, until, useSite } from './running.mjs';

const sites = { customs: {}, careful: { captcha: ['code'] }, working: { captcha: ['pow'] } };
const change = (page, script, ...given) => page.$eval('customs-comment-box', script, ...given);

describe('while a comment is on its way', () => {
  const here = useSite({ sites });
  const { open } = here;
  const fail = (...fault) => here.site.proxy.fail(...fault);
  const mend = () => here.site.proxy.mend();

  /** Opens a page whose comment is held before or after it is stored. */
  const openSending = async (test, when, options) => {
    const visited = await open(test);
    const wait = held(when, options);
    fail('post', wait.fault, options?.end === 'lost' ? Infinity : 1);
    await visited.box.post(TEXT);
    await wait.arrived;
    return { ...visited, release: wait.release };
  };

  /** Waits until no request is pending. */
  const settled = (posts) => until(() => posts().every(({ status }) => status));

  it('a double click sends it once', async (test) => {
    const { box, posts, assertOnce } = await open(test);
    const wait = held('before');
    fail('post', wait.fault);
    await box.write(TEXT);
    await box.agree();
    await (await box.find('[part=submit]')).click({ count: 2 });
    await wait.arrived;
    await box.says('正在提交…');
    await box.send();
    wait.release();
    await assertOnce();
    assert.equal(posts().length, 1);
  });

  it('nothing can be changed that a retry has to repeat', async (test) => {
    const { box, release, assertOnce } = await openSending(test, 'before');
    await box.write('又一句');
    await box.click('#consent');
    await box.stillHas(TEXT);
    release();
    await assertOnce();
  });

  it('its box can be moved to another place', async (test) => {
    const { page, release, assertOnce } = await openSending(test, 'after');
    await change(page, (one) => document.querySelector('#aside').append(one));
    release();
    await assertOnce();
  });

  /** Removes the box, and waits until its request has ended. */
  const takeOut = async ({ page, thread, release }) => {
    const box = await page.$('customs-comment-box');
    await box.evaluate((one) => one.remove());
    const isIts = (request) => request.method() === 'POST' && request.url().includes(thread);
    const ended = new Promise((resolve) => {
      for (const event of ['requestfinished', 'requestfailed'])
        page.on(event, (request) => isIts(request) && resolve());
    });
    release();
    await ended;
    mend();
    return box;
  };

  for (const [name, end] of [
    ['the answer comes', 'answered'],
    ['the answer is lost', 'lost'],
  ]) {
    it(`its box can be taken out while ${name}, and has the receipt when it comes back`, async (test) => {
      const visited = await openSending(test, 'after', { end });
      const box = await takeOut(visited);
      await visited.assertStored([TEXT]);
      await box.evaluate((one) => document.querySelector('#main').append(one));
      await visited.assertOnce();
    });

    it(`its box can be taken out for good while ${name}, and a later one on the thread has the receipt`, async (test) => {
      const visited = await openSending(test, 'after', { end });
      const box = await takeOut(visited);
      await box.evaluate((one) => document.querySelector('#main').append(one.cloneNode(true)));
      await visited.assertOnce();
    });
  }

  it('its box can be given another thread, and has the receipt when it is given the first again', async (test) => {
    const { page, box, thread, release, assertOnce } = await openSending(test, 'after');
    await change(page, (one) => (one.thread = 'another'));
    await box.ready();
    const answered = page.waitForResponse((response) => response.url().includes(thread));
    release();
    await answered;
    await change(page, (one, thread) => (one.thread = thread), thread);
    await assertOnce();
  });

  it('its box can be replaced by another one, as frameworks do', async (test) => {
    const { page, box, posts, release, assertOnce } = await openSending(test, 'before');
    await change(page, (one) => one.replaceWith(one.cloneNode(true)));
    await until(() => posts().length > 1);
    release();
    await box.receipt();
    await settled(posts);
    await assertOnce();
  });

  it('its box can be given another page size', async (test) => {
    const { page, posts, release, assertOnce } = await openSending(test, 'before');
    await change(page, (one) => {
      one.pageSize = 10;
      return one.updateComplete;
    });
    release();
    await assertOnce();
    await settled(posts);
  });

  for (const when of ['before', 'after']) {
    it(`its page can be reloaded ${when} it is stored, and asks again by itself`, async (test) => {
      const { page, box, posts, release, assertOnce } = await openSending(test, when);
      await page.reload();
      await box.receipt();
      release();
      await settled(posts);
      await assertOnce();
    });
  }

  it('its page can be reloaded again and again while nothing gets through', async (test) => {
    const { page, box, assertOnce } = await open(test);
    fail('post', dropped);
    await box.post(TEXT);
    await box.unconfirmed();
    for (let times = 0; times < 3; times += 1) {
      await page.reload();
      await box.unconfirmed();
      await box.stillHas(TEXT);
    }
    mend();
    await box.confirm();
    await assertOnce();
  });

  it('its page can be reloaded before the captcha is solved', async (test) => {
    const { page, box, posts, assertOnce } = await open(test, { site: 'working' });
    const wait = held('before');
    fail('challenge', wait.fault, 1);
    await box.post(TEXT);
    await wait.arrived;
    assert.deepEqual(posts(), []);
    await page.reload();
    await assertOnce();
    wait.release();
  });

  it('its page can be reloaded after digits were typed and the answer was lost', async (test) => {
    const { page, box, assertOnce } = await open(test, { site: 'careful' });
    fail('post', lost);
    await box.find('[part=captcha-image]');
    await (await box.find('#captcha')).type(here.site.digits());
    await box.post(TEXT);
    await box.unconfirmed();
    mend();
    await page.reload();
    await assertOnce();
  });

  it('its page can be reloaded after digits were typed and never arrived, and asks for others', async (test) => {
    const { page, box, assertOnce, assertStored } = await open(test, { site: 'careful' });
    fail('post', dropped);
    await box.find('[part=captcha-image]');
    await (await box.find('#captcha')).type(here.site.digits());
    await box.post(TEXT);
    await box.unconfirmed();
    mend();
    // The code for the digits comes after the answer.
    const late = [];
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().includes('/code-field') ? late.push(request) : void request.continue(),
    );
    const refused = page.waitForResponse((response) => response.status() === 422);
    await page.reload();
    await refused;
    for (const request of late) await request.continue();
    await box.says('验证码：请完成验证');
    await box.stillHas(TEXT);
    await assertStored([]);
    await box.find('[part=captcha-image]');
    await (await box.find('#captcha')).type(here.site.digits());
    await box.send();
    await assertOnce();
  });

  it('its contact is kept nowhere, and the retry after a reload goes without it', async (test) => {
    const { page, box, stored, assertOnce } = await open(test);
    fail('post', lost);
    await (await box.find('#contact')).type('zhang@example.org');
    await box.post(TEXT);
    await box.unconfirmed();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
    );
    assert.ok(kept.includes(TEXT) && !kept.includes('zhang@'), kept);
    await page.reload();
    await box.unconfirmed();
    mend();
    await box.confirm();
    await assertOnce();
    assert.equal((await stored())[0].contact, 'zhang@example.org');
  });

  /** Opens a page whose comment was taken back while its response is held. */
  const openTakenBack = async (test) => {
    const visited = await open(test);
    const { box } = visited;
    fail('post', dropped);
    await box.post(TEXT);
    await box.unconfirmed();
    const wait = held('after');
    fail('post', wait.fault, 1);
    await box.confirm();
    await wait.arrived;
    await box.click('[part=take-back]');
    await box.gone('[part=outcome]');
    return { ...visited, release: wait.release };
  };

  it('it can be taken back, and is not sent again if it arrived after all', async (test) => {
    const { release, assertOnce } = await openTakenBack(test);
    release();
    await assertOnce();
  });

  it('it can be taken back and written anew, and neither is lost', async (test) => {
    const { page, box, release, assertStored } = await openTakenBack(test);
    const anew = await box.add('再想想。');
    release();
    await box.find('[part=posted] [part=receipt-number]');
    assert.deepEqual(await box.comments(), [TEXT]);
    assert.equal(await box.value('#body'), anew);
    await box.stillHas(anew);
    assert.equal((await keptDrafts(page)).length, 1);
    await box.send();
    await box.receipt();
    await assertStored([TEXT, anew]);
  });
});

describe('while a comment is on its way, its page can be left and come back to', () => {
  // Puppeteer turns off the back/forward cache by default, and a headless shell has none.
  const here = useSite(
    { sites },
    { isWhole: true, ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  );

  /**
   * Opens a page that records whether it comes out of the cache, sends a comment, and leaves the
   * page.
   */
  const postAndLeave = async (test, fault, then) => {
    const { pages, proxy, url } = here.site;
    const visited = await here.open(test, {
      prepare: () =>
        window.addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted)),
    });
    pages['/away.html'] = (_, response) => response.end('<!doctype html><title>Away</title>');
    proxy.fail('post', fault);
    await visited.box.post(TEXT);
    await then(visited);
    await visited.page.goto(`${url}/away.html`);
    return visited;
  };
  const comeBack = async ({ page }) => {
    await page.goBack();
    assert.equal(await page.evaluate(() => window.persisted), true, 'out of the cache');
  };

  it('before it is confirmed, which then does not wait any longer', async (test) => {
    const later = answers(503, '', { 'retry-after': '3600' });
    const visited = await postAndLeave(test, later, ({ box }) => box.unconfirmed());
    here.site.proxy.mend();
    await comeBack(visited);
    await visited.assertOnce();
  });

  it('while there is no answer yet', async (test) => {
    const wait = held('after');
    const visited = await postAndLeave(test, wait.fault, () => wait.arrived);
    await comeBack(visited);
    wait.release();
    await visited.assertOnce();
  });

  it('when the answer has come meanwhile', async (test) => {
    const wait = held('after');
    const visited = await postAndLeave(test, wait.fault, () => wait.arrived);
    wait.release();
    await comeBack(visited);
    await visited.assertOnce();
  });
});
