import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import { MemoryCommentProvider } from '../src/comments/engines/memory.js';
import { type CustomsCommentBox, ProviderError } from '../src/index.js';
import {
  comment,
  commentControls,
  conversation,
  engineWith,
  longText,
  thousand,
} from './sample-comments.js';
import { never } from './unanswered.js';

type Story = StoryObj<CustomsCommentBox>;

const render = (args: CustomsCommentBox, content: unknown = nothing): TemplateResult => html`
  <customs-comment-box
    lang=${args.lang || nothing}
    heading-level=${args.headingLevel}
    theme=${args.theme}
    thread="storybook"
    page-size=${args.pageSize}
    sort=${args.sort}
    ?elder=${args.elder}
    ?hide-when-empty=${args.hideWhenEmpty}
    .provider=${args.provider}
    .captchaProvider=${args.captchaProvider ?? new MemoryCommentProvider()}
    .identityProvider=${args.identityProvider}
    >${content}</customs-comment-box
  >
`;

const failing =
  (kind: ProviderError['kind'], retryAfterMs?: number): (() => Promise<never>) =>
  () =>
    Promise.reject(new ProviderError(kind, { retryAfterMs }));

const meta: Meta<CustomsCommentBox> = {
  title: 'Comment box',
  component: 'customs-comment-box',
  render: (args) => render(args),
  beforeEach: () => sessionStorage.clear(),
  args: { pageSize: 20, sort: 'newest', hideWhenEmpty: false, provider: engineWith(conversation) },
  argTypes: {
    ...commentControls,
    pageSize: { control: { type: 'range', min: 1, max: 50 } },
    sort: { control: 'inline-radio', options: ['newest', 'oldest'] },
    hideWhenEmpty: { control: 'boolean' },
  },
};

export default meta;

/** Waits for a part of the box, for play functions. */
const partOf = (canvas: HTMLElement, name: string): Promise<HTMLElement> =>
  waitFor(() => {
    const box = canvas.querySelector('customs-comment-box');
    const found = box?.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
    if (!found) throw new Error(`There is no "${name}" yet.`);
    return found;
  });

/** Fills in the form and sends it. */
async function post(canvas: HTMLElement): Promise<void> {
  const body = (await partOf(canvas, 'body')) as HTMLTextAreaElement;
  body.value = '建议在网站上公布每个窗口的平均等候时间。';
  body.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const root = body.getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>('#consent')?.click();
  (await partOf(canvas, 'submit')).click();
}

/** Comments, an official reply, and a withdrawn comment that has replies. */
export const Default: Story = {};

/** No response has arrived yet. */
export const Loading: Story = {
  tags: ['unanswered'],
  args: { provider: engineWith([], {}, { capabilities: never, list: never }) },
};

/** Fallback content stays until a response arrives: here, a link to the plain form. */
export const LoadingWithFallback: Story = {
  ...Loading,
  tags: ['unanswered'],
  render: (args) => render(args, html`<p><a href="#form">发表评论</a></p>`),
};

/** There are no comments yet. */
export const Empty: Story = { args: { provider: engineWith([]) } };

/** The list is hidden while there are no comments. */
export const HideWhenEmpty: Story = { args: { provider: engineWith([]), hideWhenEmpty: true } };

/** The list failed to load. The form still works. */
export const ListFailed: Story = {
  args: { provider: engineWith([], {}, { list: failing('server') }) },
};

/** Nothing could be loaded. */
export const Offline: Story = {
  args: {
    provider: engineWith([], {}, { list: failing('offline'), capabilities: failing('offline') }),
  },
};

/** No comments are accepted. */
export const Closed: Story = { args: { provider: engineWith(conversation, { open: false }) } };

/** Long texts collapse, and long words break. */
export const LongText: Story = { args: { provider: engineWith(longText) } };

export const OneItem: Story = {
  args: { provider: engineWith([comment('1', '办事指南很清楚。')]) },
};

/** Comments load page by page. The browser skips those outside the view. */
export const ThousandItems: Story = { args: { provider: engineWith(thousand) } };

/** The service also asks for a contact, and for digits instead of a proof of work. */
export const ContactAndDigits: Story = {
  args: { provider: engineWith([], { contact: 'optional', captcha: ['code'] }) },
};

/** Sent empty: the box names every mistake at once. */
export const Mistakes: Story = {
  ...ContactAndDigits,
  play: async ({ canvasElement }) => {
    (await partOf(canvasElement, 'submit')).click();
    await partOf(canvasElement, 'error-summary');
  },
};

/** Accepted, and waiting for review. */
export const Accepted: Story = {
  args: { provider: engineWith(conversation) },
  play: async ({ canvasElement }) => {
    await post(canvasElement);
    await partOf(canvasElement, 'receipt-number');
  },
};

/** The engine refuses the comment. Its text stays in the form. */
export const Refused: Story = {
  args: {
    provider: engineWith(conversation, {}, { submit: failing('rate-limited', 90_000) }),
  },
  play: async ({ canvasElement }) => {
    await post(canvasElement);
    await partOf(canvasElement, 'error-summary');
  },
};

/** The comment is being sent. */
export const Sending: Story = {
  args: { provider: engineWith(conversation, {}, { submit: never }) },
  play: ({ canvasElement }) => post(canvasElement),
};

/** It is not known whether the comment arrived. */
export const Unconfirmed: Story = {
  args: { provider: engineWith(conversation, {}, { submit: failing('timeout', 3_600_000) }) },
  play: async ({ canvasElement }) => {
    await post(canvasElement);
    await partOf(canvasElement, 'outcome');
  },
};

/** The draft replies to a comment. */
export const Replying: Story = {
  play: async ({ canvasElement }) => {
    (await partOf(canvasElement, 'reply')).click();
    await partOf(canvasElement, 'reply-to');
  },
};

/** The form for a report is open. */
export const Reporting: Story = {
  play: async ({ canvasElement }) => {
    (await partOf(canvasElement, 'report')).click();
    await partOf(canvasElement, 'report-panel');
  },
};

/** The status of a receipt: the comment was rejected, with the reason. */
export const Receipt: Story = {
  args: {
    provider: engineWith(
      [],
      {},
      {
        status: () =>
          Promise.resolve({
            id: '1',
            status: 'rejected',
            createdAt: '2026-11-20T02:00:00Z',
            updatedAt: '2026-11-21T03:30:00Z',
            reason: { code: 'off-topic', note: '业务咨询请拨打热线，或到“互动交流”栏目提问。' },
            replies: [],
          }),
      },
    ),
  },
  play: async ({ canvasElement }) => {
    ((await partOf(canvasElement, 'receipts')) as HTMLDetailsElement).open = true;
    const button = await partOf(canvasElement, 'look-up');
    const field = (button.getRootNode() as ShadowRoot).querySelector<HTMLInputElement>('#receipt')!;
    field.value = 'DEMO-DEMO-DEMO-DEMO-0001';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    button.click();
    await partOf(canvasElement, 'receipt');
  },
};

export const Elder: Story = { ...Accepted, globals: { elder: 'on' } };

export const Dark: Story = { ...Accepted, globals: { theme: 'dark' } };

export const Contrast: Story = { ...Mistakes, globals: { theme: 'contrast' } };

export const English: Story = { ...Mistakes, globals: { language: 'en' } };

export const RightToLeft: Story = {
  args: {
    provider: engineWith([comment('1', 'شكراً على الخدمة السريعة.', { lang: 'ar' })]),
  },
};
