import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import type { CustomsLinkList } from '../src/index.js';
import {
  arabic,
  invalid,
  longText,
  oneItem,
  thousandItems,
  trustedAndOther,
  withoutParts,
} from './sample-agencies.js';
import { leaveUnanswered, UNANSWERED } from './unanswered.js';

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

/** Nothing is given, so the built-in data set is shown. */
export const Default: Story = { parameters: { docs: { story: { inline: true } } } };

/** The server has not answered yet. */
export const Loading: Story = {
  tags: ['unanswered'],
  args: { src: UNANSWERED },
  beforeEach: leaveUnanswered,
};

/** While the server has not answered, what the author wrote reads on. */
export const LoadingWithFallback: Story = {
  ...Loading,
  tags: ['unanswered'],
  render: (args) => render(args, markup),
};

/** The agency has no links. */
export const Empty: Story = { args: { data: withoutParts } };

/** The data is wrong in several places; each is named. */
export const Failed: Story = { args: { data: invalid } };

/** When the data cannot be shown, what the author wrote comes back under the message. */
export const FailedWithFallback: Story = { ...Failed, render: (args) => render(args, markup) };

/** Sentences without end, and words that do not break. */
export const LongText: Story = { args: { data: longText } };

export const OneItem: Story = { args: { data: oneItem } };

export const ThousandItems: Story = {
  args: { data: thousandItems },
  argTypes: { data: { control: false } },
};

/** A list between the tags is the data. */
export const Markup: Story = { render: (args) => render(args, markup) };

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

export const RightToLeft: Story = { args: { lang: 'ar', data: arabic } };
