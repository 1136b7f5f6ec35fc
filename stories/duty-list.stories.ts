import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import type { CustomsDutyList } from '../src/index.js';
import { statesOf } from './states.js';

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

const states = statesOf(render, markup);

export const Default: Story = states.default;

export const Loading: Story = { ...states.loading, tags: ['unanswered'] };

export const LoadingWithFallback: Story = { ...states.loadingWithFallback, tags: ['unanswered'] };

/** The agency has no duties. */
export const Empty: Story = states.empty;

export const Failed: Story = states.failed;

export const FailedWithFallback: Story = states.failedWithFallback;

/** Sentences without end, and words that do not break. */
export const LongText: Story = states.longText;

export const OneItem: Story = states.oneItem;

/** Rows are laid out in groups, and only near the view. */
export const ThousandItems: Story = {
  ...states.thousandItems,
  args: { ...states.thousandItems.args, filter: true },
};

/** A list between the tags is the data. */
export const Markup: Story = states.markup;

/** With a search field. */
export const Filter: Story = { args: { filter: true } };

/** The reader searched for a word that several duties have. */
export const Found: Story = {
  args: { filter: true },
  play: ({ canvasElement }) => search(canvasElement, '风险'),
};

/** The reader searched for a word that no duty has. */
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

export const RightToLeft: Story = states.rightToLeft;

async function search(canvas: HTMLElement, text: string): Promise<void> {
  const field = await waitFor(() => {
    const found = canvas.querySelector('customs-duty-list')?.shadowRoot?.querySelector('input');
    if (!found) throw new Error('The search field is not there yet.');
    return found;
  });
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
