import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import type { Capabilities, CommentRecord } from '../../../src/comments/types.js';
import type { CustomsCommentBox } from '../../../src/index.js';
import { expectAccessible, part, parts, within } from '../../fixtures/page.js';
import {
  failing,
  fill,
  never,
  openReceipts,
  place,
  placed,
  record,
  startAfresh,
  type,
} from './box.js';

const wordy = (id: string, more: Partial<CommentRecord> = {}): CommentRecord =>
  record(id, {
    body: `很长的评论，带有链接 https://www.gov.cn/${'a'.repeat(60)}。`.repeat(12),
    authorName: '一个名字特别长的热心市民朋友',
    createdAt: '2026-11-01T00:00:00Z',
    ...more,
  });

const CONVERSATION = [
  wordy('1'),
  wordy('2', { parentId: '1', kind: 'official-reply' }),
  wordy('3', { parentId: '1' }),
  wordy('4', { status: 'withdrawn', body: '' }),
  wordy('5', { parentId: '4' }),
];

const LATER = { retryAfterMs: 3_600_000 };

async function post(box: CustomsCommentBox): Promise<void> {
  await fill(box, '建议在网站上公布每个窗口的平均等候时间。');
  part(box, 'submit').click();
}

async function lookUp(box: CustomsCommentBox): Promise<void> {
  await openReceipts(box);
  await type(box, 'receipt', 'DEMO-DEMO-DEMO-DEMO-0001');
  part(box, 'look-up').click();
}

interface State {
  readonly offered?: Partial<Capabilities>;
  readonly comments?: readonly CommentRecord[];
  readonly engine?: Partial<MemoryCommentProvider>;
  /** Action of a reader. */
  readonly act?: (box: CustomsCommentBox) => unknown;
  /** A part that exists once the state is reached. */
  readonly until: string;
}

const status = {
  id: '1',
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-02T00:00:00Z',
  replies: [wordy('9', { kind: 'official-reply' })],
};

const STATES: Readonly<Record<string, State>> = {
  loading: { engine: { capabilities: never, list: never }, until: 'loading' },
  empty: { comments: [], until: 'empty' },
  'a conversation': { until: 'official' },
  'all replies': { act: (box) => part(box, 'replies').click(), until: 'official' },
  'no list': { engine: { list: failing('server', LATER) }, until: 'error' },
  offline: {
    engine: { list: failing('offline', LATER), capabilities: failing('offline', LATER) },
    until: 'error',
  },
  closed: { offered: { open: false }, until: 'closed' },
  'digits, contact and sign-in': {
    offered: { captcha: ['code'], contact: 'optional', identity: 'required' },
    until: 'captcha-image',
  },
  mistakes: {
    offered: { captcha: ['code'], contact: 'optional' },
    act: (box) => part(box, 'submit').click(),
    until: 'error-summary',
  },
  'a reply': { act: (box) => part(box, 'reply').click(), until: 'reply-to' },
  sending: { engine: { submit: never }, act: post, until: 'submit' },
  refused: {
    engine: { submit: failing('rate-limited', LATER) },
    act: post,
    until: 'error-summary',
  },
  unconfirmed: { engine: { submit: failing('timeout', LATER) }, act: post, until: 'confirm' },
  accepted: { act: post, until: 'receipt-number' },
  'a report': { act: (box) => part(box, 'report').click(), until: 'report-panel' },
  'no receipt': { act: lookUp, until: 'receipts' },
  'a rejection': {
    engine: {
      status: () =>
        Promise.resolve({
          ...status,
          status: 'rejected',
          reason: { code: 'off-topic', note: '请到业务咨询栏目提问。' },
        }),
    },
    act: lookUp,
    until: 'receipt',
  },
  'an answer, and its withdrawal': {
    engine: { status: () => Promise.resolve({ ...status, status: 'published', reason: null }) },
    act: async (box) => {
      await lookUp(box);
      await waitUntil(() => parts(box, 'withdraw').length === 1);
      part(box, 'withdraw').click();
      await waitUntil(() => within(box).querySelector('.withdrawal'));
    },
    until: 'receipt',
  },
};

describe('<customs-comment-box> in every state', () => {
  beforeEach(startAfresh);
  after(() => setViewport({ width: 1280, height: 800 }));

  for (const [name, { offered, comments = CONVERSATION, engine, act, until }] of Object.entries(
    STATES,
  )) {
    for (const width of [320, 1280]) {
      it(`${name}: no violation and no sideways scrolling at ${width} px`, async () => {
        await setViewport({ width, height: 800 });
        const { box } = await place(comments, { demo: true, ...offered }, (_, provider) =>
          Object.assign(provider, engine),
        );
        if (act) {
          await waitUntil(() => within(box).querySelector('form') && parts(box, 'comment').length);
          await act(box);
        }
        await waitUntil(() => parts(box, until).length > 0, `there is no ${until}`);
        await box.updateComplete;
        await expectAccessible(box);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
        const small = [...within(box).querySelectorAll<HTMLElement>('button, select, summary')]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
          .map((one) => one.textContent.trim());
        expect(small).to.deep.equal([]);
      });
    }
  }

  for (const width of [320, 1280]) {
    for (const lang of ['zh-Hans', 'en']) {
      for (const theme of ['light', 'dark', 'contrast'] as const) {
        it(`is accessible at ${width} px in ${lang}, ${theme}`, async () => {
          await setViewport({ width, height: 800 });
          const { box } = await placed(
            [
              record('1', { body: '很长的评论。'.repeat(200) }),
              record('2', { parentId: '1' }),
              record('3', { parentId: '1', kind: 'official-reply' }),
              record('4', { status: 'withdrawn', body: '' }),
            ],
            { contact: 'optional', captcha: ['pow', 'code'] },
            (one) => Object.assign(one, { lang, theme }),
          );
          await waitUntil(() => within(box).querySelector('form'));
          await expectAccessible(box);
          expect(box.scrollWidth).to.be.at.most(width);
          part(box, 'submit').click();
          await waitUntil(() => parts(box, 'error-summary').length === 1);
          await expectAccessible(box);
          await setViewport({ width: 1280, height: 800 });
        });
      }
    }
  }
});
