import { CaptchaSession } from '../../src/comments/captcha/captcha-session.js';
import { DraftStore } from '../../src/comments/drafts.js';
import { MemoryCommentProvider } from '../../src/comments/engines/memory.js';
import { ProviderError } from '../../src/comments/errors.js';
import { Requirements } from '../../src/comments/requirements.js';
import { Submission } from '../../src/comments/submission.js';
import type { CommentDraft, Receipt, SubmitOptions } from '../../src/comments/types.js';

export const receipt: Receipt = {
  token: 'AAAA',
  id: '1',
  status: 'pending',
  createdAt: '2026-11-23T00:00:00Z',
};

/** An engine that answers as it is told, one answer a request, and a form on it. */
export class Desk {
  readonly sent: { draft: CommentDraft; options: SubmitOptions }[] = [];
  readonly accepted: Receipt[] = [];
  readonly failed: ProviderError[] = [];
  answers: (Receipt | ProviderError | Promise<Receipt>)[] = [receipt];
  proof: () => Promise<undefined> = () => Promise.resolve(undefined);
  readonly store: DraftStore;
  readonly submission: Submission;

  constructor(thread: string) {
    this.store = new DraftStore(thread);
    const submit = async (_: string, draft: CommentDraft, options: SubmitOptions) => {
      this.sent.push({ draft, options });
      const answer = await this.answers[Math.min(this.sent.length, this.answers.length) - 1]!;
      if (answer instanceof ProviderError) throw answer;
      return answer;
    };
    const provider = Object.assign(new MemoryCommentProvider(), { submit });
    const inputs = { captchaElements: [], hasNotice: true, pageSize: 1, sort: 'newest' } as const;
    const requirements = new Requirements(
      { provider, thread, draftName: thread },
      inputs,
      () => undefined,
    );
    requirements.captcha = new CaptchaSession(provider, thread, ['pow'], () => undefined);
    requirements.captcha.proof = () => this.proof();
    this.submission = new Submission(this.store, requirements, (event) => {
      if (event.kind === 'accepted') this.accepted.push(event.detail.receipt);
      if (event.kind === 'failed') this.failed.push(event.detail.error);
    });
  }

  get keys(): string[] {
    return this.sent.map(({ options }) => options.idempotencyKey);
  }

  get stored(): Record<string, unknown> | null {
    return JSON.parse(sessionStorage.getItem(this.store.key)!) as Record<string, unknown> | null;
  }
}

/** An unknown outcome, to be asked about again at once. */
export const lost = (): ProviderError => new ProviderError('offline', { retryAfterMs: 0 });

const desks: Desk[] = [];

/** Opens a desk; `closeDesks` leaves the place of its draft. */
export function openDesk(): Desk {
  const desk = new Desk('test');
  desks.push(desk);
  return desk;
}

export const closeDesks = (): void => desks.splice(0).forEach(({ store }) => store.release());
