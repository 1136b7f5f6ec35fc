import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { type CommentProvider, type CustomsCommentCount, ProviderError } from '../src/index.js';
import { commentControls, conversation, engineWith } from './sample-comments.js';
import { never } from './unanswered.js';

type Story = StoryObj<CustomsCommentCount>;

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
  argTypes: commentControls,
};

export default meta;

const counting = (count: () => Promise<number>): CommentProvider =>
  engineWith(
    [],
    {},
    {
      count: async (threads) => {
        const number = await count();
        return new Map(threads.map((thread) => [thread, number]));
      },
    },
  );

/** Inside a link to the comments. */
export const Default: Story = {};

/** The engine has not responded yet. The author's own content stays. */
export const Loading: Story = {
  tags: ['unanswered'],
  args: { provider: counting(never) },
};

/** There are no comments yet. */
export const Empty: Story = { args: { provider: engineWith([]) } };

export const OneItem: Story = { args: { provider: counting(() => Promise.resolve(1)) } };

/** Numbers are formatted for the language. */
export const ThousandItems: Story = {
  args: { provider: counting(() => Promise.resolve(12_345)) },
};

/** The number failed to load. The author's own content stays. */
export const Failed: Story = {
  args: {
    provider: counting(() => Promise.reject(new ProviderError('offline'))),
  },
};

// Themes and elder mode change nothing, because the number is text of the page around it.

export const English: Story = { ...ThousandItems, globals: { language: 'en' } };
