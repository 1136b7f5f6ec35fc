/*
 * The built comment box against the service on both databases: what citizens do, under a strict
 * policy.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { decide, list, moderate } from '../../server/test/running/client.mjs';
import { DATABASES, endPostgres } from '../../server/test/running/databases.mjs';
import { fillThread, until, useSite } from './running.mjs';

after(endPostgres);

/** Numbered texts from one number to another, up or down. */
const texts = (from, to) =>
  Array.from(
    { length: Math.abs(to - from) + 1 },
    (_, at) => `第 ${from < to ? from + at : from - at} 条`,
  );

const reload = async ({ page, box }) => {
  await page.reload();
  await box.ready();
};

for (const [name, freshDatabase] of Object.entries(DATABASES)) {
  describe(`the comment box, with comments in ${name}`, () => {
    const here = useSite(async (suite) => ({
      databaseUrl: await freshDatabase(suite),
      sites: { customs: { captcha: ['pow', 'code'] } },
    }));
    const { open } = here;
    const decision = (id, made) => decide(here.site.service.url, id, made);
    const answer = (id, body) =>
      moderate(
        here.site.service.url,
        'POST',
        `/comments/${id}/replies`,
        { body },
        {
          'idempotency-key': randomUUID(),
        },
      );

    it('takes a comment, shows it once it is published and answered, and withdraws it', async (test) => {
      const one = await open(test);
      const { thread } = one;
      const other = await open(test, { thread });
      await one.box.says('未查询到任何数据！');

      await (await one.box.find('#authorName')).type('张三');
      await (await one.box.find('#contact')).type('zhang@example.org');
      await one.box.post('办事指南很清楚。\n<b>谢谢</b>');
      const number = await one.box.receipt();
      assert.match(number, /^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
      assert.deepEqual(await one.box.textsOf('[part=posted] [part=badge]'), ['待审核']);
      assert.deepEqual(await one.box.comments(), ['办事指南很清楚。 <b>谢谢</b>']);
      await one.box.isCleared();
      const [comment, ...more] = await one.stored();
      assert.deepEqual(more, []);
      assert.deepEqual(
        [comment.status, comment.body, comment.authorName, comment.contact, comment.lang],
        ['pending', '办事指南很清楚。\n<b>谢谢</b>', '张三', 'zhang@example.org', 'zh-Hans'],
      );
      await reload(other);
      assert.deepEqual(await other.box.comments(), [], 'not before it is published');

      await decision(comment.id, { status: 'published' });
      await reload(one);
      assert.deepEqual(await one.box.comments(), ['办事指南很清楚。 <b>谢谢</b>']);
      assert.deepEqual(await one.box.textsOf('[part=badge]'), [], 'no longer waiting');
      await one.box.says('张三');
      await one.box.says('共 1 条评论');

      assert.equal((await answer(comment.id, '谢谢您的意见。')).status, 201);
      await reload(other);
      assert.deepEqual(await other.box.textsOf('[part~=official] [part=badge]'), ['官方回复']);
      assert.deepEqual(await other.box.textsOf('[part~=official] [part=author]'), ['示例机关']);
      assert.deepEqual(await other.box.textsOf('[part~=official] [part=text]'), ['谢谢您的意见。']);

      await one.box.lookUp(number);
      assert.deepEqual(await one.box.textsOf('[part=receipt] > p [part=badge]'), ['已答复']);
      assert.deepEqual(await one.box.textsOf('[part=receipt] [part=text]'), ['谢谢您的意见。']);

      await one.box.click('[part=withdraw]');
      await one.box.says('不能恢复');
      assert.equal((await one.stored())[0].status, 'published', 'only after a second yes');
      await one.box.click('.withdrawal .primary');
      const standing = () => one.box.textsOf('[part=receipt] > p [part=badge]');
      await until(async () => (await standing()).includes('已撤回'));
      await reload(other);
      assert.doesNotMatch(await other.box.text(), /办事指南|张三/, 'erased');
      const [withdrawn] = (await one.stored()).filter(({ kind }) => kind === 'comment');
      assert.deepEqual(
        [withdrawn.status, withdrawn.body, withdrawn.authorName, withdrawn.contact],
        ['withdrawn', '', null, null],
      );
      assert.deepEqual([...one.faults, ...other.faults], []);
    });

    it('takes 640 emoji of 25 bytes each, and no more, as the form says', async (test) => {
      const { box, stored } = await open(test);
      const type = async (text) =>
        (await box.find('#body')).evaluate((field, value) => {
          field.value = value;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }, text);
      const words = '👨‍👩‍👧‍👦'.repeat(640);
      await type(`${words}👨‍👩‍👧‍👦`);
      const says = (words) =>
        until(async () => words.test(await box.textOf('[part=characters]').catch(() => '')));
      await says(/表情或特殊符号过多/);
      await type(words);
      await says(/ 0 /);
      await box.agree();
      await box.send();
      await box.receipt();
      const [{ body }] = await stored();
      assert.equal(body, words);
    });

    it('takes a withdrawn comment that nobody answered out of the list', async (test) => {
      const one = await open(test);
      const { thread } = one;
      await one.box.post('说错了');
      const number = await one.box.receipt();
      const [{ id }] = await one.stored();
      await decision(id, { status: 'published' });
      const other = await open(test, { thread });
      assert.deepEqual(await other.box.comments(), ['说错了']);
      await one.box.lookUp(number);
      assert.deepEqual(await one.box.textsOf('[part=receipt] [part=badge]'), ['已发布']);
      await one.box.click('[part=withdraw]');
      await one.box.click('.withdrawal .primary');
      await one.box.says('已撤回');
      await reload(other);
      assert.deepEqual(await other.box.comments(), []);
      await other.box.says('未查询到任何数据！');
      assert.deepEqual([...one.faults, ...other.faults], []);
    });

    it('tells whoever holds the receipt why a comment was rejected', async (test) => {
      const { box, faults, stored } = await open(test);
      await box.post('我的身份证号是……');
      const number = await box.receipt();
      const [{ id }] = await stored();
      await decision(id, {
        status: 'rejected',
        reasonCode: 'personal-data',
        note: '请删去证件号码后重新提交。',
      });
      await box.lookUp(` ${number.toLowerCase()} `);
      assert.deepEqual(await box.textsOf('[part=receipt] [part=badge]'), ['未通过']);
      await box.says('原因：含有个人信息');
      await box.says('请删去证件号码后重新提交。');
      assert.deepEqual(faults, []);
    });

    it('says so when there is no such receipt', async (test) => {
      const { box } = await open(test, { thread: 'nothing' });
      await box.lookUp('AAAA-AAAA-AAAA-AAAA-AAAA');
      await box.says('没有找到，请核对后重试');
    });

    it('with typed digits: keeps the text after wrong ones, shows others, and takes the right ones', async (test) => {
      const { site } = here;
      const { page, box, faults, posts, assertStored } = await open(test);
      await box.click('.captcha .quiet');
      const picture = async () => {
        const image = await box.find('[part=captcha-image]');
        await page.waitForFunction((one) => one.complete && one.naturalWidth > 0, {}, image);
        return image.evaluate(({ src }) => src);
      };
      const first = await picture();
      assert.match(first, /^data:image\/png;base64,/);
      const wrong = String((Number(site.digits()) + 1) % 10_000).padStart(4, '0');
      await (await box.find('#captcha')).type(wrong);
      await box.post('验证码看不清');
      assert.match(await box.refusal(), /验证码：不正确或已过期/);
      await page.waitForFunction(
        (box, src) => {
          const image = box.shadowRoot.querySelector('[part=captcha-image]');
          return image && image.src !== src;
        },
        {},
        await page.$('customs-comment-box'),
        first,
      );
      assert.equal(await box.value('#captcha'), '', 'other digits are asked for');
      await box.stillHas('验证码看不清');
      await assertStored([]);

      await picture();
      const fullWidth = site.digits().replace(/\d/g, (digit) => '０１２３４５６７８９'[digit]);
      await (await box.find('#captcha')).type(` ${fullWidth}`);
      await box.send();
      await box.receipt();
      await assertStored(['验证码看不清']);
      assert.equal(new Set(posts().map(({ key }) => key)).size, 1);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0], /status of 422/, 'what every browser says of a refusal');
    });

    it('speaks the digits under the strict policy', async (test) => {
      const { box, faults } = await open(test, { thread: 'spoken' });
      await box.click('.captcha .quiet');
      await box.find('[part=captcha-image]');
      await box.click('.captcha .actions button:last-child');
      await box.says('停止语音');
      await box.click('.captcha .actions button:last-child');
      await box.says('播放语音');
      // A sound that is stopped early is no longer asked for.
      const others = faults.filter((fault) => !/^failed: .*\/audio\?/.test(fault));
      assert.deepEqual(others, []);
    });

    it('reads 45 comments page by page in both orders, without a gap or one twice', async (test) => {
      const { site } = here;
      const thread = randomUUID();
      await fillThread(site, thread, 1, 45);
      const { page, box, faults } = await open(test, { thread });
      assert.deepEqual(await box.comments(), texts(45, 26));
      await box.click('[part=more]');
      await box.find('[data-page="1"]');
      assert.deepEqual(await box.comments(), texts(45, 6));
      // A comment posted in between belongs to no later page.
      await fillThread(site, thread, 46, 46);
      await box.click('[part=more]');
      await box.find('[data-page="2"]');
      assert.deepEqual(await box.comments(), texts(45, 1));
      await box.gone('[part=more]');

      await page.select('customs-comment-box >>> [name=sort]', '最早在前');
      await box.gone('[data-page="1"]');
      assert.deepEqual(await box.comments(), texts(1, 20));
      for (const number of [1, 2]) {
        await box.click('[part=more]');
        await box.find(`[data-page="${number}"]`);
      }
      assert.deepEqual(await box.comments(), texts(1, 46));
      await box.gone('[part=more]');
      assert.deepEqual(faults, []);
    });

    it('never asks for more than a page of a thread of 2,000 comments', async (test) => {
      const { site } = here;
      const thread = randomUUID();
      await fillThread(site, thread, 1, 2000);
      const { page, box, faults } = await open(test, { thread, attributes: 'page-size="500"' });
      await box.says('共 2,000 条评论');
      const asked = () =>
        site.proxy.seen
          .filter((one) => one.kind === 'list' && one.thread === thread)
          .map(({ url }) => new URLSearchParams(url.split('?')[1]).get('limit'));
      assert.deepEqual(asked(), ['50']);
      assert.deepEqual(await box.comments(), texts(2000, 1951));
      // Reaching the end loads nothing: only the button does.
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await box.click('[part=more]');
      await box.find('[data-page="1"]');
      assert.deepEqual(asked(), ['50', '50']);
      assert.equal((await box.comments()).length, 100);
      const { body } = await list(site.service.url, thread, '?limit=50');
      assert.equal(body.total, 2000);
      assert.deepEqual(faults, []);
    });

    it('without JavaScript leads to the plain form, which posts and gives a receipt', async (test) => {
      const { site } = here;
      const thread = `${randomUUID()}/一`;
      const { page, assertStored } = await open(test, { thread, scripts: false });
      const follow = (selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
      await follow('customs-comment-box a');
      assert.equal(
        page.url(),
        `${site.url}/v1/sites/customs/threads/${encodeURIComponent(thread)}/form`,
      );
      await page.waitForSelector('.captcha img');
      await page.type('#body', '没有 JavaScript 也能说话');
      await page.click('#consent');
      await page.type('#code', site.digits());
      await follow('.main');
      assert.match(page.url(), /\/receipts\/([0-9A-Z]{4}-){4}[0-9A-Z]{4}/);
      assert.match(await page.$eval('main', ({ textContent }) => textContent), /待审核|Waiting/);
      const number = /receipts\/([0-9A-Z-]+)/.exec(page.url())[1];
      const { box } = await open(test, { thread });
      await box.lookUp(number);
      assert.deepEqual(await box.textsOf('[part=receipt] [part=badge]'), ['待审核']);
      await assertStored(['没有 JavaScript 也能说话']);
    });
  });
}
