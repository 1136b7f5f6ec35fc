/* Comments with made-up answers: no error leaves the box, it always says something, and typed text stays. */
import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import { MemoryCommentProvider } from '../../src/comments/engines/memory.js';
import { CustomsCommentBox, CustomsCommentCount } from '../../src/index.js';
import { field, record, startAfresh, type } from '../elements/comment-box/box.js';
import { FakeServer } from '../fixtures/fake-server.js';
import { part, within } from '../fixtures/page.js';
import { expectInert, Uncaught } from './made-up-elements.js';
import { method } from './made-up-engine.js';
import { anything, changed, SEED } from './made-up.mjs';

CustomsCommentBox.define();
CustomsCommentCount.define();

const memory = new MemoryCommentProvider();
const SETTINGS = JSON.parse(JSON.stringify(memory.offered));
const reply = record('2', { parentId: '1', kind: 'official-reply' });
const PAGE = {
  items: [record('1', { replies: [reply], replyCount: 3, authorName: '甲' }), record('3')],
  nextCursor: '2',
  total: 3,
  published: 4,
};
const RECEIPT = { token: 'A-1', id: '9', status: 'pending', createdAt: '2026-11-01T00:00:00Z' };
const STATUS = {
  ...RECEIPT,
  updatedAt: RECEIPT.createdAt,
  reason: { code: 'spam', note: null },
  replies: [reply],
};
const CODE = { kind: 'code', id: '1', digits: 4, image: 'data:,' };

describe('comments, with made-up answers', function () {
  // Each test is a few hundred boxes.
  this.timeout(60_000);

  let uncaught: Uncaught;
  let thread = 0;
  before(startAfresh);
  beforeEach(() => (uncaught = new Uncaught()));
  afterEach(() => uncaught.close());

  const holds = <T>(input: fc.Arbitrary<T>, test: (value: T) => Promise<void>, runs: number) =>
    fc.assert(fc.asyncProperty(input, test), {
      seed: SEED,
      numRuns: runs,
      includeErrorInReport: true,
    }) as Promise<void>;

  /** Lets the box hear the answers, and render them. */
  async function hear(box: CustomsCommentBox): Promise<void> {
    for (let times = 0; times < 2; times += 1) {
      await nextFrame();
      await box.updateComplete;
    }
    uncaught.look();
  }

  async function withBox(
    change: (box: CustomsCommentBox) => void,
    test: (box: CustomsCommentBox) => Promise<void>,
  ): Promise<void> {
    const box = document.createElement('customs-comment-box');
    Object.assign(box, { lang: 'zh-Hans', thread: `made-up-${(thread += 1)}` });
    box.append('没有脚本时读这里');
    change(box);
    document.body.append(box);
    try {
      await hear(box);
      await test(box);
      expectInert(box);
      expect(box.getBoundingClientRect().height, 'blank').to.be.above(0);
    } finally {
      box.remove();
      sessionStorage.clear();
    }
  }

  /** What the author wrote is in the form, or shown where the form was. */
  const kept = (box: CustomsCommentBox): string =>
    within(box).querySelector<HTMLTextAreaElement>('#body')?.value ??
    within(box).querySelector('[part=draft]')?.textContent ??
    '';

  it('never break the box, whatever an engine of the page does', async () => {
    const answers = fc.record({ capabilities: method(SETTINGS), list: method(PAGE) });
    await holds(
      answers,
      ({ capabilities, list }) => {
        const provider = Object.assign(new MemoryCommentProvider(), {
          capabilities: capabilities.say,
          list: list.say,
        });
        return withBox(
          (box) => (box.provider = provider),
          async (box) => {
            expect(within(box).textContent.trim() || box.textContent).not.to.equal('');
          },
        );
      },
      150,
    );
  });

  it('keep the text of its author when settings, captcha or receipt are anything', async () => {
    const answers = fc.record({
      capabilities: method(SETTINGS),
      challenge: method(CODE),
      submit: method(RECEIPT),
      status: method(STATUS),
    });
    await holds(
      answers,
      ({ capabilities, challenge, submit, status }) => {
        const provider = new MemoryCommentProvider([], { captcha: ['code'] });
        Object.assign(provider, {
          challenge: challenge.say,
          submit: submit.say,
          status: status.say,
        });
        return withBox(
          (box) => Object.assign(box, { provider, captchaProvider: provider }),
          async (box) => {
            await waitUntil(() => field(box, 'captcha'));
            await type(box, 'body', '建议增加窗口。');
            within(box).querySelector<HTMLInputElement>('#consent')!.click();
            await type(box, 'captcha', '1234');
            part(box, 'submit').click();
            await hear(box);
            const isAccepted = within(box).textContent.includes('评论已');
            if (!isAccepted) expect(kept(box)).to.equal('建议增加窗口。');
            Object.assign(provider, { capabilities: capabilities.say });
            box.reload();
            await hear(box);
            if (!isAccepted) expect(kept(box)).to.equal('建议增加窗口。');
          },
        );
      },
      80,
    );
  });

  it('never break the box, whatever JSON a server sends', async () => {
    const server = new FakeServer();
    const bodies = [SETTINGS, PAGE].map((sample) => {
      const { changes, make } = changed(sample, fc.oneof(anything, fc.jsonValue()));
      return changes.map((list) => {
        try {
          return JSON.stringify(make(list)) ?? '';
        } catch {
          return '{"type":"/problems/validation","errors":[null,{"pointer":5}]}';
        }
      });
    });
    const answers = fc.tuple(bodies[0]!, bodies[1]!, fc.constantFrom(200, 200, 422, 503));
    await holds(
      answers,
      ([settings, page, status]) => {
        const name = `made-up-${thread + 1}`;
        server.text('/attack/v1/capabilities', settings, status);
        server.text(`/attack/v1/sites/s/threads/${name}/comments`, page, status);
        return withBox(
          (box) => Object.assign(box, { endpoint: '/attack', site: 's' }),
          async (box) => {
            expect(within(box).textContent.trim() || box.textContent).not.to.equal('');
          },
        );
      },
      100,
    ).finally(() => server.close());
  });

  it('leave the words of its author in a count that cannot be read', async () => {
    await holds(
      method({ t: 1 }),
      async ({ say }) => {
        const count = document.createElement('customs-comment-count');
        count.thread = 't';
        count.append('评论');
        count.provider = Object.assign(new MemoryCommentProvider(), { count: say });
        document.body.append(count);
        await nextFrame();
        await nextFrame();
        uncaught.look();
        expect(count.shadowRoot!.textContent).to.match(/^(\s*|[\d,.]+ 条评论)$/);
        count.remove();
      },
      100,
    );
  });

  it('start afresh where the storage of the page holds something else', async () => {
    await holds(
      fc.oneof(
        fc.jsonValue(),
        changed({ idempotencyKey: 'a', body: '甲', authorName: '乙' }, fc.jsonValue()).changes,
      ),
      async (stored) => {
        const name = `made-up-${thread + 1}`;
        sessionStorage.setItem(
          `customs-comment-draft:http   ${name}`,
          JSON.stringify(stored) ?? '',
        );
        await withBox(
          (box) => (box.provider = new MemoryCommentProvider()),
          async (box) => {
            expect(within(box).querySelector('#body')).not.to.equal(null);
          },
        );
      },
      60,
    );
  });
});
