import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import type { CustomsDutyList } from '../src/index.js';
import {
  arabic,
  invalid,
  longText,
  oneItem,
  thousandItems,
  withoutParts,
} from './sample-agencies.js';
import { leaveUnanswered, UNANSWERED } from './unanswered.js';

type Story = StoryObj<CustomsDutyList>;

const render = (args: CustomsDutyList, content: unknown = nothing): TemplateResult => html`
  <customs-duty-list
    src=${args.src || nothing}
    agency=${args.agency || nothing}
    lang=${args.lang || nothing}
    heading-level=${args.headingLevel}
    theme=${args.theme}
    numbering=${args.numbering}
    ?elder=${args.elder}
    ?filter=${args.filter}
    .data=${args.data}
    >${content}</customs-duty-list
  >
`;

const markup = html`
  <p>本机构履行下列职责：</p>
  <ol>
    <li><strong>负责示例工作。</strong>拟订示例工作的政策和规划。</li>
    <li><strong>负责示例监管。</strong>制定监管制度并组织实施。</li>
    <li>完成交办的其他任务。</li>
  </ol>
`;

const meta: Meta<CustomsDutyList> = {
  title: 'Duty list',
  component: 'customs-duty-list',
  render: (args) => render(args),
  args: { filter: false, numbering: 'locale' },
  argTypes: {
    filter: { control: 'boolean' },
    numbering: { control: 'inline-radio', options: ['locale', 'decimal', 'none'] },
  },
};

export default meta;

/** Without a source and content, the element shows the built-in data. */
export const Default: Story = { parameters: { docs: { story: { inline: true } } } };

/** The server has not responded yet. */
export const Loading: Story = {
  tags: ['unanswered'],
  args: { src: UNANSWERED },
  beforeEach: leaveUnanswered,
};

/** Fallback content stays until the server responds. */
export const LoadingWithFallback: Story = {
  ...Loading,
  tags: ['unanswered'],
  render: (args) => render(args, markup),
};

/** The agency has no duties. */
export const Empty: Story = { args: { data: withoutParts } };

/** The data is wrong in several places. The element names each of them. */
export const Failed: Story = { args: { data: invalid } };

/** The data cannot be shown. The fallback content appears below the message. */
export const FailedWithFallback: Story = { ...Failed, render: (args) => render(args, markup) };

/** Endless sentences, and words that do not break. */
export const LongText: Story = { args: { data: longText } };

export const OneItem: Story = { args: { data: oneItem } };

/** Rows are laid out in groups, and only near the view. */
export const ThousandItems: Story = {
  args: { data: thousandItems, filter: true },
  argTypes: { data: { control: false } },
};

/** The list inside the element is its data. */
export const Markup: Story = { render: (args) => render(args, markup) };

/** With a search field. */
export const Filter: Story = { args: { filter: true } };

/** The reader searched for a word that several duties contain. */
export const Found: Story = {
  args: { filter: true },
  play: ({ canvasElement }) => search(canvasElement, '风险'),
};

/** The reader searched for a word that no duty contains. */
export const NothingFound: Story = {
  args: { filter: true },
  play: ({ canvasElement }) => search(canvasElement, '没有这个词'),
};

export const DecimalNumbering: Story = { args: { numbering: 'decimal' } };

export const WithoutNumbering: Story = { args: { numbering: 'none' } };

export const Elder: Story = { ...Found, globals: { elder: 'on' } };

export const Dark: Story = { ...Found, globals: { theme: 'dark' } };

export const Contrast: Story = { ...Found, globals: { theme: 'contrast' } };

export const English: Story = { globals: { language: 'en' } };

export const RightToLeft: Story = { args: { lang: 'ar', data: arabic } };

async function search(canvas: HTMLElement, text: string): Promise<void> {
  const field = await waitFor(() => {
    const found = canvas.querySelector('customs-duty-list')?.shadowRoot?.querySelector('input');
    if (!found) throw new Error('The search field is not there yet.');
    return found;
  });
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
