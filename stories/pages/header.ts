/* The bar above every page of the project: its name, the other pages, the language. */
import { html, type TemplateResult } from 'lit';
import { PAGE_LANGUAGES, type PageLanguage } from './languages.js';
import { COMMON_TEXTS } from './texts.js';

const NAMES: Readonly<Record<PageLanguage, string>> = { 'zh-Hans': '简体中文', en: 'English' };

/** Pages that the bar can link to, by the key of their name. */
const FILES = { home: 'index.html', builder: 'builder.html', editor: 'editor.html' } as const;

/** What the bar shows. */
export interface Header {
  readonly language: PageLanguage;
  /** The page below the bar, which gets no link. */
  readonly page: 'builder' | 'editor';
  readonly onLanguage: (language: PageLanguage) => void;
}

/** True if the page was opened from a disk, as from the archive, which has no demo. */
export const isFromDisk = (): boolean => location.protocol === 'file:';

/** Renders the bar. */
export function header({ language, page, onLanguage }: Header): TemplateResult {
  const texts = COMMON_TEXTS[language];
  const links = (['home', 'builder', 'editor'] as const).filter(
    (key) => key !== page && !(key === 'home' && isFromDisk()),
  );
  const choose = ({ target }: Event): void =>
    onLanguage((target as HTMLSelectElement).value as PageLanguage);
  return html`<header class="bar">
    <a class="skip" href="#main">${texts.skip}</a>
    <p class="brand">customs-widgets</p>
    <nav>
      ${links.map((key) => html`<a href="${FILES[key]}?page=${language}" target="_top">${texts[key]}</a>`)}
    </nav>
    <label
      ><span>${texts.language}</span>
      <select name="page" @change=${choose}>
        ${PAGE_LANGUAGES.map(
          (one) =>
            html`<option value=${one} lang=${one} .selected=${one === language}>
              ${NAMES[one]}
            </option>`,
        )}
      </select></label
    >
  </header>`;
}
