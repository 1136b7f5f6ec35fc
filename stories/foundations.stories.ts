import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { valueOf } from '../src/tokens/design-tokens.mjs';
import { ELEMENT_NAMES, tagOf } from '../src/elements.js';
import { CONTRASTS, contrast } from './foundations/contrast.mjs';
import { DEFAULTS as tokens, THEME_NAMES, tokensOf, type Scheme } from './foundations/themes.js';
import { defineThemeEditor } from './foundations/theme-editor.js';

defineThemeEditor();

const meta: Meta = { title: 'Foundations', args: {}, parameters: { controls: { disable: true } } };

export default meta;

const styles = css`
  body {
    color: #17212d;
    background: #fff;
    font:
      16px/1.6 system-ui,
      sans-serif;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 8px 12px;
    border: 1px solid #55616f;
    font-weight: 400;
    text-align: start;
  }
  .wide {
    overflow-x: auto;
  }
  .bar {
    background: #0b4f8a;
    block-size: 16px;
  }
`;

/** Renders a page. The table styles are for these stories only: Storybook shares the document. */
const page = (title: string, content: unknown): TemplateResult => html`
  <style>
    ${styles}
  </style>
  <h1>${title}</h1>
  <div class="wide" tabindex="0" role="region" aria-label=${title}>${content}</div>
`;

/** Renders the header row of a table. */
const columns = (...names: readonly string[]): TemplateResult =>
  html`<thead>
    <tr>
      ${names.map((name) => html`<th scope="col">${name}</th>`)}
    </tr>
  </thead>`;

/** Renders a colour sample. The style is set by script, which a strict policy allows. */
const swatch = (color: string): HTMLElement => {
  const field = document.createElement('div');
  field.style.cssText = `inline-size:4rem;block-size:2rem;border:1px solid #55616f;background:${color}`;
  return field;
};

/** Every colour, light and dark, and the computed contrast of each pair that is used together. */
export const Colour: StoryObj = {
  render: () =>
    page(
      'Colour',
      html`<table>
          ${columns('Token', 'Light', 'Dark', 'For')}
          ${tokens
            .filter(({ type }) => type === 'color')
            .map(({ name, description }) => {
              const cell = (scheme: Scheme): TemplateResult => {
                const value = valueOf(tokens, name, scheme);
                return html`<td>${swatch(value)} <code>${value}</code></td>`;
              };
              return html`<tr>
                <th scope="row"><code>--customs-${name}</code></th>
                ${cell('light')}${cell('dark')}
                <td>${description}</td>
              </tr>`;
            })}
        </table>
        <h2>Contrast</h2>
        <table>
          ${columns('Pair', 'Least', 'Light', 'Dark')}
          ${CONTRASTS.map(({ front, back, least }) => {
            const ratio = (scheme: Scheme): string =>
              contrast(
                valueOf(tokens, `color-${front}`, scheme),
                valueOf(tokens, `color-${back}`, scheme),
              ).toFixed(2);
            return html`<tr>
              <th scope="row">${front} on ${back}</th>
              <td>${least}</td>
              <td>${ratio('light')}</td>
              <td>${ratio('dark')}</td>
            </tr>`;
          })}
        </table>`,
    ),
};

const SIZES = [
  ['Heading', 1.375],
  ['Subheading', 1.0625],
  ['Text', 1],
  ['Secondary text', 0.9],
] as const;

/** Text sizes, at the base of 16 px and in elder mode (20 px). */
export const Type: StoryObj = {
  render: () =>
    page(
      'Type',
      html`<p><code>${valueOf(tokens, 'font-family', 'light')}</code></p>
        <table>
          ${columns('Use', 'Normal', 'Elder mode', 'Sample')}
          ${SIZES.map(([use, factor]) => {
            const sample = document.createElement('span');
            sample.style.fontSize = `${16 * factor}px`;
            sample.textContent = '海关总署（GACC）2026年，13项职能。';
            return html`<tr>
              <th scope="row">${use}</th>
              <td>${16 * factor} px</td>
              <td>${20 * factor} px</td>
              <td>${sample}</td>
            </tr>`;
          })}
        </table>`,
    ),
};

/** All distances are multiples of one unit. */
export const Space: StoryObj = {
  render: () => {
    const unit = parseFloat(valueOf(tokens, 'space', 'light'));
    return page(
      'Space',
      html`<table>
        ${[0.5, 1, 1.5, 2, 3].map((factor) => {
          const bar = document.createElement('div');
          bar.className = 'bar';
          bar.style.inlineSize = `${unit * factor}px`;
          return html`<tr>
            <th scope="row">${factor} × <code>--customs-space</code></th>
            <td>${unit * factor} px</td>
            <td>${bar}</td>
          </tr>`;
        })}
      </table>`,
    );
  },
};

/** Lists the controls of an element, and of the elements that it draws. */
const controlsIn = ({ shadowRoot }: Element): Element[] => [
  ...(shadowRoot?.querySelectorAll('button, input, select') ?? []),
  ...[...(shadowRoot?.querySelectorAll('*') ?? [])].flatMap(controlsIn),
];

/** The smallest control of each element, measured in this page. */
export const TargetSizes: StoryObj = {
  render: () => {
    const elements = ELEMENT_NAMES.map((name) => document.createElement(tagOf(name, 'customs')));
    const measured = document.createElement('ul');
    const measure = ({ target }: Event): void => {
      const element = target as HTMLElement;
      const heights = controlsIn(element)
        .map((control) => control.getBoundingClientRect().height)
        .filter((height) => height > 0);
      const item = document.createElement('li');
      item.textContent = heights.length
        ? `${element.localName}: ${heights.length} controls, the smallest ${Math.min(...heights)} px high`
        : `${element.localName}: no controls`;
      measured.append(item);
    };
    return page(
      'Target sizes',
      html`<p>
          <code>--customs-target-size</code> is ${valueOf(tokens, 'target-size', 'light')}; WCAG 2.2
          asks for 24 px (2.5.8) and, at level AAA, 44 px (2.5.5). Main controls have 60 px in elder
          mode.
        </p>
        ${measured}
        <div @customs-ready=${measure}>${elements.filter((element) => 'data' in element)}</div>`,
    );
  },
};

/** Change tokens, see all elements, keep the contrast, copy the CSS. */
export const ThemeEditor: StoryObj = {
  render: () => html`<theme-editor></theme-editor>`,
};

/** Themes of the package. Each is the default with other values for these tokens only. */
export const Themes: StoryObj = {
  render: () =>
    page(
      'Themes',
      html`<table>
        ${THEME_NAMES.filter((name) => name !== 'default').map(
          (theme) =>
            html`<tr>
              <th scope="row">${theme}</th>
              <td>
                ${tokensOf(theme).map(
                  ({ name, light }) => html`<div><code>${name}: ${light}</code></div>`,
                )}
              </td>
            </tr>`,
        )}
      </table>`,
    ),
};
