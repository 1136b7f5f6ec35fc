import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsRankLadder } from '../src/index.js';
import fireRescue from './agencies/fire-rescue.zh-Hans.json';
import police from './agencies/police.zh-Hans.json';
import { arabic, invalid, longText, oneItem, withoutParts } from './sample-agencies.js';
import { leaveUnanswered, UNANSWERED } from './unanswered.js';

type Story = StoryObj<CustomsRankLadder>;

const render = (args: CustomsRankLadder, content: unknown = nothing): TemplateResult => html`
  <customs-rank-ladder
    src=${args.src || nothing}
    agency=${args.agency || nothing}
    lang=${args.lang || nothing}
    heading-level=${args.headingLevel}
    theme=${args.theme}
    view=${args.view}
    track=${args.track || nothing}
    current=${args.current || nothing}
    highlight=${args.highlight || nothing}
    ?elder=${args.elder}
    .data=${args.data}
    >${content}</customs-rank-ladder
  >
`;

const markup = html`
  <h2>示例衔</h2>
  <dl>
    <dt>一等</dt>
    <dd>总监</dd>
    <dd>副总监</dd>
    <dt>二等</dt>
    <dd>一级监督</dd>
    <dd>二级监督</dd>
  </dl>
`;

const meta: Meta<CustomsRankLadder> = {
  title: 'Rank ladder',
  component: 'customs-rank-ladder',
  render: (args) => render(args),
  args: { view: 'ladder', track: '', current: '', highlight: '' },
  argTypes: {
    view: { control: 'inline-radio', options: ['ladder', 'table'] },
    track: { control: 'text' },
    current: { control: 'text' },
    highlight: { control: 'text' },
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

/** The agency has no ranks. */
export const Empty: Story = { args: { data: withoutParts } };

/** The data is wrong in several places. The element names each of them. */
export const Failed: Story = { args: { data: invalid } };

/** The data cannot be shown. The fallback content appears below the message. */
export const FailedWithFallback: Story = { ...Failed, render: (args) => render(args, markup) };

/** Endless names, and words that do not break. */
export const LongText: Story = { args: { data: longText } };

export const LongTextInTable: Story = { args: { data: longText, view: 'table' } };

/** A single rank, so there is no promotion. */
export const OneItem: Story = { args: { data: oneItem } };

/** A `<dl>` inside the element is its data. */
export const Markup: Story = { render: (args) => render(args, markup) };

export const Table: Story = { args: { view: 'table' } };

/** One rank is the current one, with the years from it upwards. Two ranks are highlighted. */
export const CurrentAndHighlight: Story = {
  args: { current: 'supervisor-3', highlight: 'supervisor-1 commissioner-3' },
};

export const CurrentAndHighlightInTable: Story = {
  args: { ...CurrentAndHighlight.args, view: 'table' },
};

/** Two careers to choose from. Some ranks depend on a professional title. */
export const Police: Story = { args: { data: police } };

export const PoliceTechnicalTable: Story = {
  args: { data: police, track: 'technical', view: 'table' },
};

/** Three careers. Some tiers have no name. */
export const FireRescue: Story = { args: { data: fireRescue } };

export const FireRescueFirefighters: Story = { args: { data: fireRescue, track: 'firefighters' } };

/** The owner of the page adds a picture for one rank. */
export const Insignia: Story = {
  args: { agency: 'gacc' },
  render: (args) =>
    render(
      args,
      html`
        <svg slot="insignia-commissioner-1" viewBox="0 0 48 24" width="48" aria-hidden="true">
          <rect x="1" y="1" width="46" height="22" fill="none" stroke="currentColor" />
        </svg>
      `,
    ),
};

export const Elder: Story = { ...CurrentAndHighlight, globals: { elder: 'on' } };

export const Dark: Story = { ...CurrentAndHighlight, globals: { theme: 'dark' } };

export const Contrast: Story = { ...CurrentAndHighlight, globals: { theme: 'contrast' } };

export const English: Story = { ...Table, globals: { language: 'en' } };

export const RightToLeft: Story = { args: { lang: 'ar', data: arabic } };
