import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsAgencyPage } from '../src/index.js';
import { withoutParts } from './sample-agencies.js';
import { conversation, engineWith } from './sample-comments.js';
import { statesOf } from './states.js';

type Story = StoryObj<CustomsAgencyPage>;

const render = (args: CustomsAgencyPage, content: unknown = nothing): TemplateResult => html`
  <customs-agency-page
    src=${args.src || nothing}
    agency=${args.agency || nothing}
    lang=${args.lang || nothing}
    heading-level=${args.headingLevel}
    theme=${args.theme}
    trusted=${args.trusted}
    ?elder=${args.elder}
    ?filter=${args.filter}
    ?external-notice=${args.externalNotice}
    ?hide-when-empty=${args.hideWhenEmpty}
    thread="story"
    .data=${args.data}
    .provider=${args.provider}
    >${content}</customs-agency-page
  >
`;

const markup = html`
  <h2>甲县某局</h2>
  <p>甲县某局负责甲。</p>
  <p>甲县某局设三个科室。</p>
`;

const meta: Meta<CustomsAgencyPage> = {
  title: 'Agency page',
  component: 'customs-agency-page',
  render: (args) => render(args),
  beforeEach: () => sessionStorage.clear(),
  args: { filter: false, externalNotice: false, trusted: 'gov.cn' },
  argTypes: {
    filter: { control: 'boolean' },
    externalNotice: { control: 'boolean' },
    trusted: { control: 'text' },
    provider: { control: false },
  },
};

export default meta;

const states = statesOf(render, markup);

/** Nothing is given, so the built-in data set is shown. */
export const Default: Story = {};

/** With a search field, and with comments: all five parts. */
export const Comments: Story = { args: { filter: true, provider: engineWith(conversation) } };

export const Loading: Story = { ...states.loading, tags: ['unanswered'] };

export const LoadingWithFallback: Story = { ...states.loadingWithFallback, tags: ['unanswered'] };

/** Only a name is given: what the agency does not have is left out. */
export const OnlyAName: Story = { args: { data: withoutParts } };

/** One message for the whole page. */
export const Failed: Story = states.failed;

export const FailedWithFallback: Story = states.failedWithFallback;

/** Sentences without end, and words that do not break. */
export const LongText: Story = states.longText;

export const OneItem: Story = states.oneItem;

/** Markup between the tags is read as a profile. */
export const Markup: Story = states.markup;

export const Elder: Story = { ...OneItem, globals: { elder: 'on' } };

export const Dark: Story = { ...OneItem, globals: { theme: 'dark' } };

export const Contrast: Story = { ...OneItem, globals: { theme: 'contrast' } };

export const English: Story = { globals: { language: 'en' } };

export const RightToLeft: Story = states.rightToLeft;
