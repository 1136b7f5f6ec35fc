import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  property as customProperty,
  themeStylesheet,
  valueOf,
} from '../../src/tokens/design-tokens.mjs';
import { ELEMENT_NAMES, tagOf, type ElementName } from '../../src/elements.js';
import { conversation, engineWith } from '../sample-comments.js';
import { CONTRASTS, contrast } from './contrast.mjs';
import { begin, keepDraft, keptDraft, type Draft } from './theme-draft.js';
import { DEFAULTS, THEME_NAMES, type Scheme, type Token } from './themes.js';

const comments = engineWith(conversation);

/** What elements need besides the built-in data, to show all their parts. */
const SETTINGS: Partial<Record<ElementName, object>> = {
  'duty-list': { filter: true },
  'comment-box': { thread: 'theme', provider: comments, captchaProvider: comments },
};

/** Editor for a theme: change tokens, see every element and its contrast, copy the CSS. */
export class ThemeEditor extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 24px;
      align-items: start;
      color: #17212d;
      font:
        16px/1.5 system-ui,
        sans-serif;
    }
    form {
      display: grid;
      flex: 1 1 20rem;
      gap: 12px;
    }
    fieldset {
      display: grid;
      gap: 8px;
      min-inline-size: 0;
      margin: 0;
      padding: 12px;
      border: 1px solid #55616f;
    }
    label,
    .token {
      display: grid;
      grid-template-columns: 1fr auto auto;
      gap: 8px;
      align-items: center;
    }
    input,
    select,
    button {
      min-block-size: 44px;
      max-inline-size: 10rem;
      font: inherit;
    }
    input[type='color'] {
      inline-size: 44px;
      padding: 0;
    }
    textarea {
      inline-size: 100%;
      min-block-size: 14rem;
      box-sizing: border-box;
      font: 13px/1.5 monospace;
    }
    .preview {
      display: grid;
      flex: 3 1 22rem;
      gap: 16px;
      min-inline-size: 0;
      padding: 16px;
      background: light-dark(#e9eef4, #06090d);
    }
    table {
      border-collapse: collapse;
    }
    th,
    td {
      padding: 4px 8px;
      border: 1px solid #d3dbe4;
      font-weight: 400;
      text-align: start;
    }
    .low {
      background: #b3261e;
      color: #fff;
    }
  `;

  static override properties = {
    draft: { state: true },
    message: { state: true },
  };

  declare draft: Draft;
  declare message: string;

  /** Number of fresh starts. */
  #round = 0;

  /** All elements that have their own look. */
  readonly #elements = ELEMENT_NAMES.filter((name) => name !== 'comment-count').map((name) =>
    Object.assign(document.createElement(tagOf(name, 'customs')), SETTINGS[name]),
  );

  constructor() {
    super();
    this.draft = keptDraft() ?? begin('default');
    this.message = '';
  }

  override updated(): void {
    const { style } = this.renderRoot.querySelector<HTMLElement>('.preview')!;
    const { scheme, tokens } = this.draft;
    style.colorScheme = scheme;
    for (const { name } of tokens) {
      style.setProperty(customProperty(name), valueOf(tokens, name, scheme));
    }
    keepDraft(this.draft);
  }

  /** The tokens that differ from the default, as a style sheet. */
  get stylesheet(): string {
    const changed = this.draft.tokens.filter(({ light, dark }, index) => {
      const usual = DEFAULTS[index]!;
      return light !== usual.light || dark !== usual.dark;
    });
    return themeStylesheet('Design tokens for customs-widgets', changed);
  }

  /** Applies a value that CSS understands. Any other value stays in its field without effect. */
  #change(name: string, field: HTMLInputElement): void {
    const value = field.value.trim();
    const { scheme, tokens } = this.draft;
    const { type } = tokens.find((token) => token.name === name)!;
    const problem = PROBLEMS[type]?.(value) ?? '';
    field.setCustomValidity(problem);
    field.reportValidity();
    if (problem) return;
    const change = scheme === 'dark' ? { dark: value } : { light: value };
    this.draft = {
      ...this.draft,
      tokens: tokens.map((token) => (token.name === name ? { ...token, ...change } : token)),
    };
  }

  /** Starts again with new fields, so invalid values in the old ones disappear too. */
  readonly #onBegin = (theme: string): void => {
    this.#round += 1;
    this.draft = begin(theme, this.draft.scheme);
  };

  readonly #onCopy = async (): Promise<void> => {
    const area = this.renderRoot.querySelector('textarea')!;
    try {
      await navigator.clipboard.writeText(area.value);
      this.message = 'Copied.';
    } catch {
      area.select();
      this.message = 'The browser does not allow copying: the text is selected.';
    }
  };

  override render(): TemplateResult {
    const { theme, scheme, tokens } = this.draft;
    const schemes: readonly Scheme[] = ['light', 'dark'];
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
        <label
          >Begin with
          <select
            name="theme"
            @change=${({ target }: Event) => this.#onBegin((target as HTMLSelectElement).value)}
          >
            ${THEME_NAMES.map((name) => html`<option .selected=${name === theme}>${name}</option>`)}
          </select>
        </label>
        <label
          >Pages
          <select
            name="scheme"
            @change=${({ target }: Event) =>
              (this.draft = {
                ...this.draft,
                scheme: (target as HTMLSelectElement).value as Scheme,
              })}
          >
            ${schemes.map((name) => html`<option .selected=${name === scheme}>${name}</option>`)}
          </select>
        </label>
        ${keyed(
          this.#round,
          html`<fieldset>
            <legend>Tokens</legend>
            ${tokens.map((token) => this.#renderField(token))}
          </fieldset>`,
        )}
        ${this.#renderContrast()}
        <label for="css">CSS</label>
        <textarea id="css" readonly spellcheck="false" .value=${this.stylesheet}></textarea>
        <button type="button" @click=${this.#onCopy}>Copy the CSS</button>
        <button type="button" @click=${() => this.#onBegin(theme)}>Start over</button>
        <p role="status">${this.message}</p>
      </form>
      <div class="preview">${this.#elements}</div>`;
  }

  #renderField({ name, type, description }: Token): TemplateResult {
    const value = valueOf(this.draft.tokens, name, this.draft.scheme);
    const onInput = ({ target }: Event): void => this.#change(name, target as HTMLInputElement);
    const full = value.length === 4 ? value.replace(/[^#]/g, '$&$&') : value;
    return html`<div class="token" title=${description ?? nothing}>
      <span id=${name}>${name}</span>
      ${
        type === 'color'
          ? html`<input
              type="color"
              aria-label="${name}, picked"
              .value=${full}
              @input=${onInput}
            />`
          : html`<span></span>`
      }
      <input name=${name} aria-labelledby=${name} .value=${value} @change=${onInput} />
    </div>`;
  }

  #renderContrast(): TemplateResult {
    const rows = CONTRASTS.map(({ front, back, least }) => {
      const colorOf = (name: string): string =>
        valueOf(this.draft.tokens, `color-${name}`, this.draft.scheme);
      return { front, back, least, ratio: contrast(colorOf(front), colorOf(back)) };
    });
    const low = rows.filter(({ ratio, least }) => ratio < least).length;
    return html`<table>
        <caption>
          Contrast
        </caption>
        ${rows.map(
          ({ front, back, least, ratio }) =>
            html`<tr class=${ratio < least ? 'low' : ''}>
              <th scope="row">${front} on ${back}</th>
              <td>${ratio.toFixed(2)}</td>
              <td>${ratio < least ? `under ${least}` : `at least ${least}`}</td>
            </tr>`,
        )}
      </table>
      <p role="status">
        ${low ? `${low} of ${rows.length} contrasts are too low.` : 'Every contrast is kept.'}
      </p>`;
  }
}

const PROBLEMS: Readonly<Record<string, (value: string) => string>> = {
  color: (value) =>
    /^#([\da-f]{3}){1,2}$/i.test(value) ? '' : 'Write a colour as #rgb or #rrggbb.',
  dimension: (value) =>
    /^\d+(\.\d+)?px$/.test(value) ? '' : 'Write a length in px, for example 8px.',
  number: (value) => (Number(value) > 0 ? '' : 'Write a number above 0.'),
  fontFamily: (value) =>
    value && CSS.supports('font-family', value) ? '' : 'Write names of fonts with commas between.',
};

/** Registers the editor. Bundlers drop a bare import of a file that package.json does not list. */
export function defineThemeEditor(): void {
  if (!customElements.get('theme-editor')) customElements.define('theme-editor', ThemeEditor);
}
