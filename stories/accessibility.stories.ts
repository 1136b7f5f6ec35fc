import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, render, type TemplateResult } from 'lit';
import { conversation, engineWith } from './sample-comments.js';

/* Measures on the elements themselves what can be measured. */

const meta: Meta = {
  title: 'Accessibility/Measured',
  tags: ['!autodocs'],
  args: {},
  parameters: { controls: { disable: true } },
};

export default meta;

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Names of the kinds of controls. All but the last are native, with the keys of the platform. */
const KINDS: Readonly<Record<string, string>> = {
  a: 'link',
  button: 'button',
  input: 'field',
  textarea: 'text field',
  select: 'list of choices',
  summary: 'fold',
  div: 'box that scrolls',
};

const KEYS: Readonly<Record<string, string>> = {
  a: 'Enter',
  button: 'Enter, Space',
  input: 'typing, Space in a box to tick',
  textarea: 'typing',
  select: '↑ ↓, first letters',
  summary: 'Enter, Space',
  div: '← →',
};

const styles = css`
  table {
    border-collapse: collapse;
    margin-block-end: 32px;
    font:
      16px/1.6 system-ui,
      sans-serif;
    color: #17212d;
    background: #fff;
  }
  th,
  td {
    padding: 8px 12px;
    border: 1px solid #55616f;
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  .wide {
    overflow-x: auto;
  }
`;

/** Counts the controls of an element by kind, in the order in which Tab first reaches them. */
function stopsOf({ shadowRoot }: Element): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stop of shadowRoot!.querySelectorAll(STOPS)) {
    if (!stop.checkVisibility() || stop.matches('[tabindex="-1"]')) continue;
    counts.set(stop.localName, (counts.get(stop.localName) ?? 0) + 1);
  }
  return counts;
}

const row = (element: Element): TemplateResult => {
  const stops = [...stopsOf(element)];
  const lines = (line: (name: string, count: number) => string): TemplateResult[] =>
    stops.map(([name, count]) => html`<div>${line(name, count)}</div>`);
  return html`<tr>
    <th scope="row">${element.localName}</th>
    <td>${stops.length ? lines((name, count) => `${count} × ${KINDS[name] ?? name}`) : 'none'}</td>
    <td>${lines((name) => KEYS[name] ?? name)}</td>
  </tr>`;
};

/** Every control that Tab reaches, by kind. All are native, with the keys of the platform. */
export const TabStops: StoryObj = {
  render: () => {
    const provider = engineWith(conversation);
    const rows = document.createElement('tbody');
    const elements = document.createElement('div');
    const measure = (): void => void render([...elements.children].map(row), rows);
    const observer = new ResizeObserver(measure);
    render(
      html`<customs-profile-card variant="full"></customs-profile-card>
        <customs-duty-list filter></customs-duty-list>
        <customs-rank-ladder view="table"></customs-rank-ladder>
        <customs-link-list></customs-link-list>
        <customs-comment-box
          thread="measured"
          .provider=${provider}
          .captchaProvider=${provider}
        ></customs-comment-box>
        <customs-comment-count thread="measured" .provider=${provider}></customs-comment-count>`,
      elements,
    );
    for (const element of elements.children) observer.observe(element);
    return html`<style>
        ${styles}
      </style>
      <div class="wide" tabindex="0" role="region" aria-label="Tab stops">
        <table>
          <thead>
            <tr>
              <th scope="col">Element</th>
              <th scope="col">Tab reaches</th>
              <th scope="col">Keys</th>
            </tr>
          </thead>
          ${rows}
        </table>
      </div>
      ${elements}`;
  },
};
