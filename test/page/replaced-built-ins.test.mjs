/* Pages whose libraries have replaced built-ins of the browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { boxOn } from '../comments/box.mjs';
import { document, openSite, script, shown } from './site.mjs';

const REPLACED = readFileSync(new URL('replaced-built-ins.js', import.meta.url), 'utf8');

const DATA = ['profile-card', 'duty-list', 'rank-ladder', 'link-list'].map(
  (name) => `customs-${name}`,
);

const NOTICE = ['handler', 'purpose', 'means', 'kinds', 'retention', 'rights'];

/** Members of a comment that a service of the contract would answer. */
const LISTED = {
  id: '1',
  parentId: null,
  kind: 'comment',
  status: 'published',
  body: '已有的评论',
  lang: 'zh-Hans',
  authorName: null,
  createdAt: '2026-11-23T08:00:00Z',
  replyCount: 0,
  officialReplies: [],
};

let site;
before(async () => {
  site = await openSite();
  site.publish('/old.js', REPLACED);
});
after(() => site.close());

/** Puts a service of the contract on the site; returns the requests that it gets. */
function serve() {
  const got = [];
  const answer = (path, value, accepted) =>
    site.pages.set(`/service/v1/${path}`, {
      body: async (response) => {
        const { req: request } = response;
        let text = '';
        for await (const chunk of request) text += chunk;
        if (text) got.push({ path, key: request.headers['idempotency-key'], text });
        const [status, body] = text && accepted ? [201, accepted] : [200, value];
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      },
    });
  const notice = Object.fromEntries(NOTICE.map((point) => [point, point]));
  answer('capabilities', {
    open: true,
    moderation: 'before',
    contact: 'off',
    identity: 'off',
    captcha: [],
    consent: { version: '7', notice: { 'zh-Hans': notice } },
    limits: { body: 2000, authorName: 32, contact: 128, pageSize: 50 },
    reportReasons: [],
  });
  answer('sites/s/counts', { counts: [{ thread: '甲', count: 12 }] });
  const receipt = { token: '0000', id: '2', status: 'pending', createdAt: LISTED.createdAt };
  const page = { items: [LISTED], nextCursor: null, total: 1, published: 1 };
  answer('sites/s/threads/%E7%94%B2/comments', page, receipt);
  return got;
}

const settings = 'endpoint="service" site="s" thread="甲"';
const body = `${DATA.map((tag) => `<${tag} ${tag.includes('duty') ? 'filter' : ''}></${tag}>`).join('')}
  <customs-agency-page ${settings}></customs-agency-page>
  <customs-comment-box ${settings}></customs-comment-box>
  <customs-comment-count ${settings}></customs-comment-count>`;

describe('On a page whose libraries replace built-ins', () => {
  for (const file of ['customs-widgets.js', 'customs-widgets.classic.js']) {
    it(`the elements of ${file} show their data, and take comments`, async () => {
      const got = serve();
      const { page, faults } = await site.open(
        document('<script src="/old.js"></script>', body + script(`cdn/${file}`)),
      );
      const [card, duties, ranks, links] = await shown(page, ...DATA, 'customs-agency-page');
      assert.ok(card.includes('正部级') && card.includes('2026年'), card);
      assert.ok(duties.includes('共 13 项') && duties.includes('（十三）'), duties);
      assert.ok(ranks.includes('海关总监') && links.includes('相关'), ranks + links);
      assert.doesNotMatch(card + duties + ranks + links, /of the page/);

      const search = await page.waitForSelector('customs-duty-list >>> input');
      await search.type('*');
      await page.waitForFunction(() =>
        document.querySelector('customs-duty-list').shadowRoot.textContent.includes('没有找到'),
      );

      const box = boxOn(page);
      await box.ready();
      assert.deepEqual(await box.comments(), ['已有的评论']);
      await box.post('建议 "甲"\n乙');
      assert.equal(await box.receipt(), '0000');
      await page.waitForFunction(() =>
        document.querySelector('customs-comment-count').shadowRoot.textContent.includes('12'),
      );

      const counted = got.find(({ path }) => path.endsWith('counts'));
      assert.deepEqual(JSON.parse(counted.text), { threads: ['甲'] });
      const posted = got.filter(({ path }) => path.endsWith('comments'));
      assert.equal(posted.length, 1);
      const draft = JSON.parse(posted[0].text);
      assert.equal(draft.body, '建议 "甲"\n乙');
      assert.equal(draft.consent.version, '7');
      assert.match(posted[0].key, /^[0-9a-f]{32}$/);
      assert.deepEqual(faults, []);
      await page.close();
    });
  }
});
