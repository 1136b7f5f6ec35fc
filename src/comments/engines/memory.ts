import { CLOSED } from './closed.js';
import { ProviderError } from '../errors.js';
import type {
  Capabilities,
  CaptchaKind,
  CaptchaProof,
  CaptchaProvider,
  Challenge,
  CommentDraft,
  CommentPage,
  CommentProvider,
  CommentRecord,
  ListRequest,
  Receipt,
  ReceiptStatus,
  SubmitOptions,
} from '../types.js';

const NOTICE = {
  handler: '演示机关，演示路 1 号',
  purpose: '演示评论的提交、审核、展示与回复',
  means: '只保存在本页的内存中',
  kinds: '评论内容，以及您自愿填写的称呼',
  retention: '离开本页即消失',
  rights: '刷新页面即可删除',
};

/** Picture of every challenge. This captcha only shows how one looks. */
const PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="60"><rect width="160" height="60" fill="#fff"/><path d="M0 40 160 18" stroke="#999"/><text x="80" y="42" text-anchor="middle" font-size="34" letter-spacing="10" font-family="monospace" fill="#222">1234</text></svg>',
  );

/**
 * Made-up comments in the memory of the page, for previews and tests. The box says that they are
 * made up. The digits of its captcha are always 1234. Not part of the main entry.
 */
export class MemoryCommentProvider implements CommentProvider, CaptchaProvider {
  /** The comments, in any order. */
  records: CommentRecord[];

  /** Result of `capabilities()`. */
  readonly offered: Capabilities;

  /** Receipt number → its comment. */
  readonly receipts = new Map<string, { key: string; record: CommentRecord }>();

  constructor(records: readonly CommentRecord[] = [], offered: Partial<Capabilities> = {}) {
    this.records = [...records];
    this.offered = {
      ...CLOSED,
      open: true,
      moderation: 'before',
      captcha: ['pow', 'code'],
      consent: { version: '1', notice: { 'zh-Hans': NOTICE } },
      reportReasons: ['spam', 'abuse', 'personal-data', 'false-information', 'illegal', 'other'],
      demo: true,
      ...offered,
    };
  }

  capabilities(): Promise<Capabilities> {
    return Promise.resolve(this.offered);
  }

  list(_thread: string, { cursor, limit, sort, parentId }: ListRequest): Promise<CommentPage> {
    const found = this.records
      .filter((record) => (record.parentId ?? undefined) === parentId)
      .sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
    if (sort === 'oldest') found.reverse();
    const start = Number(cursor ?? 0);
    const items = found.slice(start, start + limit).map((record) => {
      const replies = this.records.filter((reply) => reply.parentId === record.id);
      const official = replies.filter(({ kind }) => kind === 'official-reply');
      return { ...record, replies: official, replyCount: replies.length };
    });
    const end = start + limit;
    const nextCursor = end < found.length ? String(end) : null;
    const { length: published } = this.records;
    return Promise.resolve({ items, nextCursor, total: found.length, published });
  }

  // Async, so a refusal becomes a rejection.
  // eslint-disable-next-line @typescript-eslint/require-await
  async submit(
    _thread: string,
    { body, authorName, parentId, lang }: CommentDraft,
    { idempotencyKey, captcha }: SubmitOptions,
  ): Promise<Receipt> {
    for (const [token, { key, record }] of this.receipts) {
      if (key === idempotencyKey) return { token, ...record };
    }
    if (captcha?.kind === 'code' && captcha.payload !== '1234') {
      throw new ProviderError('captcha', { fields: [{ field: 'captcha', key: 'wrong' }] });
    }
    const number = String(this.receipts.size + 1).padStart(4, '0');
    const token = `DEMO-DEMO-DEMO-DEMO-${number}`;
    const record: CommentRecord = {
      id: `posted-${number}`,
      parentId: parentId ?? null,
      kind: 'comment',
      status: this.offered.moderation === 'after' ? 'published' : 'pending',
      body,
      lang: lang ?? null,
      authorName: authorName ?? null,
      createdAt: new Date().toISOString(),
      replyCount: 0,
      replies: [],
    };
    this.receipts.set(token, { key: idempotencyKey, record });
    return { token, ...record };
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async status(token: string): Promise<ReceiptStatus> {
    const found = this.receipts.get(token);
    if (!found) throw new ProviderError('not-found');
    const { record } = found;
    return { ...record, updatedAt: record.createdAt, reason: null };
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async withdraw(token: string): Promise<void> {
    const found = this.receipts.get(token);
    if (!found) throw new ProviderError('not-found');
    this.receipts.set(token, { ...found, record: { ...found.record, status: 'withdrawn' } });
    this.records = this.records.filter(({ id }) => id !== found.record.id);
  }

  count(threads: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map(threads.map((thread) => [thread, this.records.length])));
  }

  async report(): Promise<void> {}

  challenge(_thread: string, kind: CaptchaKind): Promise<Challenge> {
    return Promise.resolve(
      kind === 'pow'
        ? { kind, challenge: undefined }
        : {
            kind,
            id: '1',
            digits: 4,
            image: PICTURE,
            audio: () => Promise.reject(new ProviderError('offline')),
          },
    );
  }

  solve(challenge: Challenge, typed: string): Promise<CaptchaProof> {
    return Promise.resolve({ kind: challenge.kind, payload: typed });
  }
}
