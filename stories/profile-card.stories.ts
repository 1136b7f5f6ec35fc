import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsProfileCard } from '../src/index.js';
import { arabic, invalid, longText, oneItem, withoutParts } from './sample-agencies.js';
import { leaveUnanswered, UNANSWERED } from './unanswered.js';

type Story = StoryObj<CustomsProfileCard>;

const render = (args: CustomsProfileCard, content: unknown = nothing): TemplateResult => html`
  <customs-profile-card
    src=${args.src || nothing}
    agency=${args.agency || nothing}
    lang=${args.lang || nothing}
    heading-level=${args.headingLevel}
    theme=${args.theme}
    variant=${args.variant}
    qr=${args.qr}
    url=${args.url || nothing}
    ?elder=${args.elder}
    .data=${args.data}
    >${content}</customs-profile-card
  >
`;

const markup = html`
  <h2>示例机构</h2>
  <p>示例机构负责示例工作，组织拟订规划并协调实施。</p>
  <dl>
    <dt>机构性质</dt>
    <dd data-field="status">示例性质</dd>
    <dt>级别</dt>
    <dd data-field="level">示例级别</dd>
  </dl>
  <a href="https://example.org/">官方网站</a>
`;

const meta: Meta<CustomsProfileCard> = {
  title: 'Profile card',
  component: 'customs-profile-card',
  render: (args) => render(args),
  args: { variant: 'card', qr: 'site', url: '' },
  argTypes: {
    variant: { control: 'inline-radio', options: ['card', 'full'] },
    qr: { control: 'inline-radio', options: ['site', 'page', 'none'] },
    url: { control: 'text' },
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

/** Every agency has a name, so the emptiest card shows only the name. */
export const Empty: Story = { args: { data: withoutParts } };

/** The data is wrong in several places. The element names each of them. */
export const Failed: Story = { args: { data: invalid } };

/** The data cannot be shown. The fallback content appears below the message. */
export const FailedWithFallback: Story = { ...Failed, render: (args) => render(args, markup) };

/** Endless sentences, and words and addresses that do not break. */
export const LongText: Story = { args: { data: longText, variant: 'full' } };

/** One fact, and a short summary. */
export const OneItem: Story = { args: { data: oneItem } };

/** The heading, paragraphs and marked facts inside the element are its data. */
export const Markup: Story = { render: (args) => render(args, markup) };

/** With the paragraphs about the agency, and the QR code open. */
export const Full: Story = { args: { variant: 'full' } };

/** The QR code leads to the page around the card. */
export const QrForThisPage: Story = { args: { variant: 'full', qr: 'page' } };

export const WithoutQr: Story = { args: { variant: 'full', qr: 'none' } };

/** The owner of the page adds a picture and another action. */
export const EmblemAndAction: Story = {
  args: { agency: 'gacc' },
  render: (args) =>
    render(
      args,
      html`
        <svg slot="emblem" viewBox="0 0 64 64" role="img" aria-label="示例图标">
          <circle cx="32" cy="32" r="30" fill="none" stroke="currentColor" stroke-width="4" />
        </svg>
        <a slot="actions" href="https://example.org/">联系方式</a>
      `,
    ),
};

export const Elder: Story = { args: { variant: 'full' }, globals: { elder: 'on' } };

export const Dark: Story = { args: { variant: 'full' }, globals: { theme: 'dark' } };

export const Contrast: Story = { args: { variant: 'full' }, globals: { theme: 'contrast' } };

export const English: Story = { args: { variant: 'full' }, globals: { language: 'en' } };

export const RightToLeft: Story = { args: { lang: 'ar', data: arabic, variant: 'full' } };
