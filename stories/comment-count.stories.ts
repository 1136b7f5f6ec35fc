import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { type CustomsCommentCount, ProviderError } from '../src/index.js';
import { conversation, engineWith } from './sample-comments.js';

type Story = StoryObj<CustomsCommentCount>;

const hidden = { table: { disable: true } };

const meta: Meta<CustomsCommentCount> = {
  title: 'Comment count',
  component: 'customs-comment-count',
  render: (args): TemplateResult =>
    html`<p>
      <a href="#comments"
        ><customs-comment-count lang=${args.lang} thread="storybook" .provider=${args.provider}
          >评论</customs-comment-count
        ></a
      >
    </p>`,
  args: { provider: engineWith(conversation) },
  argTypes: {
    src: hidden,
    data: hidden,
    agency: hidden,
    provider: { control: false },
  } as Meta<CustomsCommentCount>['argTypes'],
};

export default meta;

/** In a link to the comments. */
export const Default: Story = {};

/** The number could not be had: what the author wrote stays. */
export const Failed: Story = {
  args: {
    provider: engineWith(
      [],
      {},
      {
        count: () => Promise.reject(new ProviderError('offline')),
      },
    ),
  },
};
