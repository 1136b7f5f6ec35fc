import { fixture, html, waitUntil } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import { ProviderError } from '../../../src/comments/errors.js';
import type { Capabilities, CommentRecord } from '../../../src/comments/types.js';
import { CustomsCommentBox } from '../../../src/index.js';
import { part, textOf, within } from '../../fixtures/page.js';

/* Places a comment box for tests, and acts on it as a reader does. */

CustomsCommentBox.define();

/** Sets the start of each test. */
export function startAfresh(): void {
  sessionStorage.clear();
  document.documentElement.lang = 'zh-Hans';
}

export const record = (id: string, more: Partial<CommentRecord> = {}): CommentRecord => ({
  id,
  parentId: null,
  kind: 'comment',
  status: 'published',
  body: `评论 ${id}`,
  lang: 'zh-Hans',
  authorName: null,
  createdAt: new Date(Date.UTC(2026, 10, 1, 0, Number(id) || 0)).toISOString(),
  replyCount: 0,
  replies: [],
  ...more,
});
export const records = (count: number): CommentRecord[] =>
  Array.from({ length: count }, (_, index) => record(String(index + 1)));

/** Responses that never arrive. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
export const failing = (kind: ProviderError['kind'], more = {}): (() => Promise<never>) => {
  return () => Promise.reject(new ProviderError(kind, more));
};

export interface Placed {
  readonly box: CustomsCommentBox;
  readonly provider: MemoryCommentProvider;
}

export const ready = async (box: CustomsCommentBox): Promise<void> => {
  await waitUntil(() => within(box).querySelector('form, [part~=error], [part~=closed]'));
  await waitUntil(() => !within(box).querySelector('[aria-busy=true]'), 'it keeps loading');
  await box.updateComplete;
};

export async function place(
  comments: readonly CommentRecord[] = [],
  offered: Partial<Capabilities> = {},
  change: (box: CustomsCommentBox, provider: MemoryCommentProvider) => void = () => undefined,
): Promise<Placed> {
  const provider = new MemoryCommentProvider(comments, { demo: false, ...offered });
  const box = document.createElement('customs-comment-box');
  Object.assign(box, { lang: 'zh-Hans', thread: 't', provider, captchaProvider: provider });
  change(box, provider);
  await fixture(html`<div>${box}</div>`);
  await box.updateComplete;
  return { box, provider };
}

/** Places a box and waits for its first responses. */
export const placed = async (...args: Parameters<typeof place>): Promise<Placed> => {
  const result = await place(...args);
  await ready(result.box);
  return result;
};

export const field = <T extends HTMLElement = HTMLTextAreaElement>(box: Element, id: string): T =>
  within(box).querySelector<T>(`#${id}`)!;

export async function type(box: CustomsCommentBox, id: string, text: string): Promise<void> {
  const input = field(box, id);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await box.updateComplete;
}

export async function fill(box: CustomsCommentBox, body = '建议增加办理时间。'): Promise<void> {
  await type(box, 'body', body);
  field<HTMLInputElement>(box, 'consent').click();
  await box.updateComplete;
}

export const outcome = (box: Element): string => textOf(part(box, 'outcome'));
export const focused = (box: Element): Element | null => within(box).activeElement;

export async function post(box: CustomsCommentBox): Promise<void> {
  part(box, 'submit').click();
  await waitUntil(() => within(box).querySelector('.outcome, .summary'), 'nothing came of it');
  await box.updateComplete;
}

/** Opens the section for receipts. */
export async function openReceipts(box: CustomsCommentBox): Promise<void> {
  part<HTMLDetailsElement>(box, 'receipts').open = true;
  await waitUntil(() => field(box, 'receipt'), 'nothing to look a receipt up with');
}

/** Looks up a receipt. */
export async function lookUp(box: CustomsCommentBox, token: string): Promise<void> {
  await openReceipts(box);
  await type(box, 'receipt', token);
  part(box, 'look-up').click();
  await waitUntil(() => within(box).querySelector('.result'), 'no result');
}
