import type { AgencyInput } from '../src/index.js';
import type { TemplateResult } from 'lit';
import {
  arabic,
  invalid,
  longText,
  oneItem,
  thousandItems,
  withoutParts,
} from './sample-agencies.js';
import { leaveUnanswered, UNANSWERED } from './unanswered.js';

/** Adds to a story what a comment above its export would say on its page. */
const described = <Story extends object>(description: string, story: Story) => ({
  ...story,
  parameters: { docs: { description: { story: description } } },
});

/**
 * Makes the stories of the states that every element with an agency can be in. They are new objects
 * each time, because Storybook writes into the stories of a file. Each file names its stories and
 * their tags itself, because Storybook reads those from the source of the file.
 *
 * @param render - draws the element around the author's own content
 * @param markup - that content
 */
export function statesOf<Args>(
  render: (args: Args, content?: unknown) => TemplateResult,
  markup: TemplateResult,
) {
  const loading = { args: { src: UNANSWERED }, beforeEach: leaveUnanswered };
  // Programs without types write such data.
  const failed = { args: { data: invalid as AgencyInput } };
  const withMarkup = { render: (args: Args) => render(args, markup) };
  return {
    default: {
      parameters: {
        docs: {
          description: { story: 'Nothing is given, so the built-in data set is shown.' },
          story: { inline: true },
        },
      },
    },
    loading: described('The server has not answered yet.', loading),
    loadingWithFallback: described(
      'While the server has not answered, what the author wrote reads on.',
      { ...loading, ...withMarkup },
    ),
    empty: { args: { data: withoutParts } },
    failed: described('The data is wrong in several places; each is named.', failed),
    failedWithFallback: described(
      'When the data cannot be shown, what the author wrote comes back under the message.',
      { ...failed, ...withMarkup },
    ),
    longText: { args: { data: longText } },
    oneItem: { args: { data: oneItem } },
    thousandItems: {
      args: { data: thousandItems },
      argTypes: { data: { control: false as const } },
    },
    markup: withMarkup,
    rightToLeft: { args: { lang: 'ar', data: arabic } },
  };
}
