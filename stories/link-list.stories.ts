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

/** The agency has no links. */
export const Empty: Story = { args: { data: withoutParts } };

/** The data is wrong in several places. The element names each of them. */
export const Failed: Story = { args: { data: invalid } };

/** The data cannot be shown. The fallback content appears below the message. */
export const FailedWithFallback: Story = { ...Failed, render: (args) => render(args, markup) };

/** Endless sentences, and words that do not break. */
export const LongText: Story = { args: { data: longText } };

export const OneItem: Story = { args: { data: oneItem } };

export const ThousandItems: Story = {
  args: { data: thousandItems },
  argTypes: { data: { control: false } },
};

/** The list inside the element is its data. */
export const Markup: Story = { render: (args) => render(args, markup) };

/** A link to a host that is not trusted asks before it leaves. Other links do not. */
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
