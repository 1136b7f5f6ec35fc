import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsRankLadder } from '../src/index.js';
import fireRescue from './agencies/fire-rescue.zh-Hans.json';
import police from './agencies/police.zh-Hans.json';
import { statesOf } from './states.js';

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

const states = statesOf(render, markup);

export const Default: Story = states.default;

export const Loading: Story = { ...states.loading, tags: ['unanswered'] };

export const LoadingWithFallback: Story = { ...states.loadingWithFallback, tags: ['unanswered'] };

/** The agency has no ranks. */
export const Empty: Story = states.empty;

export const Failed: Story = states.failed;

export const FailedWithFallback: Story = states.failedWithFallback;

/** Names without end, and words that do not break. */
export const LongText: Story = states.longText;

export const LongTextInTable: Story = { args: { ...states.longText.args, view: 'table' } };

/** One rank: there is nothing to rise to. */
export const OneItem: Story = states.oneItem;

/** A `<dl>` between the tags is the data. */
export const Markup: Story = states.markup;

export const Table: Story = { args: { view: 'table' } };

/** One rank is the current one, with the years from it upwards; two are pointed out. */
export const CurrentAndHighlight: Story = {
  args: { current: 'supervisor-3', highlight: 'supervisor-1 commissioner-3' },
};

export const CurrentAndHighlightInTable: Story = {
  args: { ...CurrentAndHighlight.args, view: 'table' },
};

/** Two careers to choose from; some ranks are given by professional title. */
export const Police: Story = { args: { data: police } };

export const PoliceTechnicalTable: Story = {
  args: { data: police, track: 'technical', view: 'table' },
};

/** Three careers; some tiers have no name. */
export const FireRescue: Story = { args: { data: fireRescue } };

export const FireRescueFirefighters: Story = { args: { data: fireRescue, track: 'firefighters' } };

/** The owner of the page brings a picture for one rank. */
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

export const RightToLeft: Story = states.rightToLeft;
