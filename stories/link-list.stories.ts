import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import type { CustomsLinkList } from '../src/index.js';
import { trustedAndOther } from './sample-agencies.js';
import { statesOf } from './states.js';

type Story = StoryObj<CustomsLinkList>;

const render = (args: CustomsLinkList, content: unknown = nothing): TemplateResult => html`
  <customs-link-list
    src=${args.src || nothing}
    agency=${args.agency || nothing}
    lang=${args.lang || nothing}
    heading-level=${args.headingLevel}
    theme=${args.theme}
    trusted=${args.trusted}
    ?elder=${args.elder}
    ?external-notice=${args.externalNotice}
    .data=${args.data}
    >${content}</customs-link-list
  >
`;

const markup = html`
  <ul>
    <li><a href="https://www.gov.cn/">中国政府网</a> 国务院和各部门的信息</li>
    <li><a href="https://example.org/">示例网站</a></li>
  </ul>
`;

const meta: Meta<CustomsLinkList> = {
  title: 'Link list',
  component: 'customs-link-list',
  render: (args) => render(args),
  args: { externalNotice: false, trusted: 'gov.cn' },
  argTypes: {
    externalNotice: { control: 'boolean' },
    trusted: { control: 'text' },
  },
};

export default meta;

const states = statesOf(render, markup);

export const Default: Story = states.default;

export const Loading: Story = { ...states.loading, tags: ['unanswered'] };

export const LoadingWithFallback: Story = { ...states.loadingWithFallback, tags: ['unanswered'] };

/** The agency has no links. */
export const Empty: Story = states.empty;

export const Failed: Story = states.failed;

export const FailedWithFallback: Story = states.failedWithFallback;

/** Sentences without end, and words that do not break. */
export const LongText: Story = states.longText;

export const OneItem: Story = states.oneItem;

export const ThousandItems: Story = states.thousandItems;

/** A list between the tags is the data. */
export const Markup: Story = states.markup;

/** A link to a host that is not trusted asks before it leaves; the others do not. */
export const ExternalNotice: Story = { args: { data: trustedAndOther, externalNotice: true } };

/** The reader chose a link to a host that is not trusted. */
export const ExternalNoticeOpen: Story = {
  ...ExternalNotice,
  play: async ({ canvasElement }) => {
    const link = await waitFor(() => {
      const found = canvasElement
        .querySelector('customs-link-list')
        ?.shadowRoot?.querySelector('a');
      if (!found) throw new Error('The link is not there yet.');
      return found;
    });
    link.click();
  },
};

export const Elder: Story = { ...ExternalNoticeOpen, globals: { elder: 'on' } };

export const Dark: Story = { ...ExternalNoticeOpen, globals: { theme: 'dark' } };

export const Contrast: Story = { ...ExternalNoticeOpen, globals: { theme: 'contrast' } };

export const English: Story = { globals: { language: 'en' } };

export const RightToLeft: Story = states.rightToLeft;
