import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsProfileCard } from '../src/index.js';
import { statesOf } from './states.js';

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

const states = statesOf(render, markup);

export const Default: Story = states.default;

export const Loading: Story = { ...states.loading, tags: ['unanswered'] };

export const LoadingWithFallback: Story = { ...states.loadingWithFallback, tags: ['unanswered'] };

/** Every agency has a name, so the emptiest card shows it alone. */
export const Empty: Story = states.empty;

export const Failed: Story = states.failed;

export const FailedWithFallback: Story = states.failedWithFallback;

/** Sentences without end, and words and addresses that do not break. */
export const LongText: Story = { args: { ...states.longText.args, variant: 'full' } };

/** One fact, and a summary of one short sentence. */
export const OneItem: Story = states.oneItem;

/** A heading, paragraphs and marked facts between the tags are the data. */
export const Markup: Story = states.markup;

/** With the paragraphs about the agency, and the QR code open. */
export const Full: Story = { args: { variant: 'full' } };

/** The QR code leads to the page that the card stands on. */
export const QrForThisPage: Story = { args: { variant: 'full', qr: 'page' } };

export const WithoutQr: Story = { args: { variant: 'full', qr: 'none' } };

/** The owner of the page brings a picture and a further action. */
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

export const RightToLeft: Story = { args: { ...states.rightToLeft.args, variant: 'full' } };
