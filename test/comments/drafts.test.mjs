/*
 * The built comment box and the content of its form: in one box or two, in one tab or two, with and
 * without storage.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { boxOn, keptDrafts } from './box.mjs';
import { held, lost } from './fault-proxy.mjs';
import { fillThread, markupOf, TEXT, until, useSite } from './running.mjs';

const here = useSite({ sites: { customs: {} } });
const { open } = here;
const fail = (...fault) => here.site.proxy.fail(...fault);
const mend = () => here.site.proxy.mend();
const change = (page, script, ...given) => page.$eval('customs-comment-box', script, ...given);

describe('a draft', () => {
  it('stays while the language is switched, and so does what a retry says', async (test) => {
    const { page, box, stored, assertOnce } = await open(test);
    const speak = (lang) => page.evaluate((lang) => (document.documentElement.lang = lang), lang);
    await box.write(TEXT);
    await box.agree();
    await speak('en');
    await box.says('Post a comment');
    await box.stillHas(TEXT);
    fail('post', lost);
    await box.send();
    await box.unconfirmed();
    await speak('zh-Hans');
    await box.says('尚未确认');
    await box.stillHas(TEXT);
    mend();
    await box.confirm();
    await assertOnce();
    assert.equal((await stored())[0].lang, 'en');
  });

  it('outlives a reload, with the name, the reply and the consent', async (test) => {
    const thread = randomUUID();
    await fillThread(here.site, thread, 1, 1);
    const { page, box, stored } = await open(test, { thread });
    await box.click('[part=reply]');
    await (await box.find('#authorName')).type('张三');
    await box.write(TEXT);
    await box.agree();
    await page.reload();
    await box.ready();
    await box.stillHas(TEXT);
    assert.equal(await box.value('#authorName'), '张三');
    await box.send();
    await box.receipt();
    const all = await stored();
    const reply = all.find(({ parentId }) => parentId);
    const { id } = all.find((one) => one !== reply);
    assert.deepEqual([reply.parentId, reply.body, reply.authorName], [id, TEXT, '张三']);
  });

  it('outlives a reload that follows a key at once, before it was written', async (test) => {
    const { page, box } = await open(test);
    await box.write('甲');
    await box.stillHas('甲');
    const typeAndLeave = (one, text) => {
      const field = one.shadowRoot.querySelector('#body');
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const kept = JSON.stringify({ ...sessionStorage });
      setTimeout(() => location.reload());
      return kept.includes(text);
    };
    const [, wasKept] = await Promise.all([
      page.waitForNavigation(),
      change(page, typeAndLeave, TEXT),
    ]);
    assert.equal(wasKept, false, 'not yet written');
    await box.ready();
    await box.stillHas(TEXT);
  });

  it('that follows another is a comment of its own, even with the same words', async (test) => {
    const { box, posts, assertStored } = await open(test);
    await box.post(TEXT);
    const number = await box.receipt();
    await box.post(TEXT);
    await until(async () => (await box.comments()).length === 2);
    assert.notEqual(await box.receipt(), number);
    await assertStored([TEXT, TEXT]);
    assert.equal(new Set(posts().map(({ key }) => key)).size, 2);
  });

  it('is one of two on a page with two boxes on one thread, also after a reload', async (test) => {
    const thread = randomUUID();
    const markup = ['one', 'two'].map((id) => markupOf({ thread, attributes: `id="${id}"` }));
    const { page, assertStored } = await open(test, { thread, markup: markup.join('') });
    const [one, two] = [boxOn(page, '#one'), boxOn(page, '#two')];
    await one.write('甲');
    await two.write('乙');
    await page.reload();
    await two.ready();
    await one.ready();
    assert.deepEqual([await one.value('#body'), await two.value('#body')], ['甲', '乙']);
    await one.agree();
    await one.send();
    await one.receipt();
    assert.equal(await two.value('#body'), '乙');
    await two.agree();
    await two.send();
    await two.receipt();
    await assertStored(['甲', '乙']);
    assert.deepEqual(await keptDrafts(page), []);
  });

  it('goes to the box that takes the place of another, which then has one of its own', async (test) => {
    const { page, box, assertStored } = await open(test);
    await box.write('甲');
    const first = await page.$('customs-comment-box');
    await first.evaluate((one) => {
      const other = one.cloneNode(true);
      one.id = 'one';
      other.id = 'two';
      one.replaceWith(other);
    });
    const [one, two] = [boxOn(page, '#one'), boxOn(page, '#two')];
    await two.ready();
    assert.equal(await two.value('#body'), '甲');
    await first.evaluate((one) => document.querySelector('#aside').append(one));
    await one.ready();
    const texts = [await one.add('一'), await two.add('二')];
    assert.deepEqual(texts, ['一', '甲二']);
    const kept = async () => (await keptDrafts(page)).map(({ body }) => body).sort();
    texts.sort();
    await until(async () => (await kept()).join() === texts.join());
    for (const box of [one, two]) {
      await box.agree();
      await box.send();
      await box.receipt();
    }
    await assertStored(texts);
  });

  it('is not mixed with that of another thread when the box is given another', async (test) => {
    const { page, box, thread, assertStored } = await open(test);
    await box.write('甲');
    await change(page, (one, other) => (one.thread = other), `${thread}-2`);
    await box.ready();
    assert.equal(await box.value('#body'), '');
    await box.post('乙');
    await box.receipt();
    await change(page, (one, thread) => (one.thread = thread), thread);
    await box.ready();
    await box.stillHas('甲');
    await assertStored([]);
  });
});

/** Copies a tab as browsers do. */
const duplicate = async (test, { page, thread }) =>
  open(test, {
    thread,
    given: await page.evaluate(() => ({ ...sessionStorage })),
    prepare: (entries) => {
      for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
    },
  });

/** Opens a page with a draft, and a copy of its tab. */
async function openTwice(test) {
  const one = await open(test);
  await one.box.write(TEXT);
  await one.box.agree();
  const other = await duplicate(test, one);
  assert.equal(await other.box.value('#body'), TEXT);
  return [one, other];
}

/** Lets two tabs send at the same time. */
async function sendBoth(one, other) {
  const wait = held('before');
  fail('post', wait.fault);
  await one.box.send();
  await other.box.send();
  await until(() => one.posts().length === 2);
  wait.release();
  mend();
}

describe('two tabs with one draft', () => {
  it('that send the same one after the other store it once, and both get the receipt', async (test) => {
    const [one, other] = await openTwice(test);
    await one.box.send();
    const number = await one.box.receipt();
    await other.box.send();
    assert.equal(await other.box.receipt(), number);
    await one.assertOnce();
  });

  it('that send the same at the same time store it once, and both get the receipt', async (test) => {
    const [one, other] = await openTwice(test);
    await sendBoth(one, other);
    assert.equal(await one.box.receipt(), await other.box.receipt());
    await one.assertOnce();
    await other.assertOnce();
  });

  it('that was not confirmed yet store it once, and both get the receipt', async (test) => {
    const one = await open(test);
    fail('post', lost);
    await one.box.post(TEXT);
    await one.box.unconfirmed();
    const other = await duplicate(test, one);
    await other.box.unconfirmed();
    mend();
    await one.box.confirm();
    await other.box.confirm();
    assert.equal(await one.box.receipt(), await other.box.receipt());
    await one.assertOnce();
    await other.assertOnce();
  });

  it('that say different things store both', async (test) => {
    const [one, other] = await openTwice(test);
    const different = await other.box.add('另一句。');
    await one.box.send();
    const number = await one.box.receipt();
    await other.box.send();
    assert.notEqual(await other.box.receipt(), number);
    await one.assertStored([TEXT, different]);
    await other.box.isCleared();
  });

  it('that say different things at the same time store both', async (test) => {
    const [one, other] = await openTwice(test);
    const different = await other.box.add('另一句。');
    await sendBoth(one, other);
    assert.notEqual(await one.box.receipt(), await other.box.receipt());
    await one.assertStored([TEXT, different]);
  });
});

const STORAGES = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  forbidden: () => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  },
};

for (const [name, prepare] of Object.entries(STORAGES)) {
  describe(`when the storage of the session is ${name}`, () => {
    it('the draft stays in a box that is moved, and in one that takes its place', async (test) => {
      const { page, box, assertStored } = await open(test, { prepare });
      await box.write(TEXT);
      await box.says('此浏览器无法保存草稿');
      await change(page, (one) => document.querySelector('#aside').append(one));
      assert.equal(await box.value('#body'), TEXT);
      await change(page, (one) => one.replaceWith(one.cloneNode(true)));
      await box.ready();
      assert.equal(await box.value('#body'), TEXT);
      await box.agree();
      await box.send();
      await box.receipt();
      await assertStored([TEXT]);
      assert.equal(await box.value('#body'), '');
    });

    it('the reader is asked before a page with a draft is left, and only then', async (test) => {
      const { page, box, assertStored } = await open(test, { prepare });
      const asked = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      const leave = () => page.evaluate(() => void setTimeout(() => (location.href = '/away')));
      await box.write(TEXT);
      await change(page, (one) => document.querySelector('#aside').append(one));
      await leave();
      await until(() => asked.length);
      assert.deepEqual(asked, ['beforeunload']);
      assert.equal(await box.value('#body'), TEXT, 'the reader has stayed');
      await box.agree();
      await box.send();
      await box.receipt();
      await assertStored([TEXT]);
      await Promise.all([page.waitForNavigation(), leave()]);
      assert.deepEqual(asked, ['beforeunload'], 'nothing would be lost any more');
    });

    it('a lost answer is confirmed all the same', async (test) => {
      const { box, assertStored } = await open(test, { prepare });
      fail('post', lost);
      await box.post(TEXT);
      await box.unconfirmed();
      mend();
      await box.confirm();
      await box.receipt();
      await assertStored([TEXT]);
    });
  });
}

it('a page whose draft is kept can be left without a question', async (test) => {
  const { page, box } = await open(test);
  page.on('dialog', () => assert.fail('asked'));
  await box.write(TEXT);
  await page.reload();
  await box.ready();
  await box.stillHas(TEXT);
});
