import { html } from '../base/templates/html.js';
import type { AgencyElement } from '../base/element/agency-element.js';
import { TOKENS } from '../base/styles/token-values.js';
import type { Plain } from '../base/element/plain.js';
import plain from '../elements/all-plain.js';
import { renderTemplate } from './template.js';
import type { RenderNested } from './writers.js';

/*
 * Renders the elements as HTML without script and shadow root. It is for newsletters, for systems
 * that allow neither, and as fallback content for old browsers.
 */

const PLAIN: Readonly<Record<string, Plain>> = plain;

/** Class by which our styles, or those of the page, select it. */
const PLAIN_CLASS = 'customs-plain';

/**
 * Renders an element as plain HTML.
 *
 * @param isAlone - true if nothing else on the page uses the same ids
 * @param renderNested - renders the elements that it draws
 */
export function renderPlain(
  name: string,
  element: AgencyElement,
  isAlone: boolean,
  renderNested: RenderNested,
): string {
  const { state, localization } = element;
  const isReady = state.kind === 'ready';
  if (!isReady && element.hideWhenEmpty) return '';
  const lang = isReady ? state.agency.lang : localization.language;
  const content = isReady
    ? PLAIN[name]!(element, state.agency, isAlone)
    : html`<p>${element.emptyText()}</p>`;
  const section = html`<section class=${PLAIN_CLASS} lang=${lang}>${content}</section>`;
  return renderTemplate(section, 'plain', renderNested);
}

/** Reads a public token, with its default for light pages. */
const token = (name: string): string =>
  `var(--customs-${name},${TOKENS[name]![0].replace(/'/g, '"')})`;

/** Styles of plain HTML: the look of the elements, as far as any page allows, with their tokens. */
export const PLAIN_STYLES = Object.entries({
  '': `padding:24px;border:1px solid ${token('color-border')};border-radius:${token('radius')};background:${token('color-surface')};color:${token('color-text')};font:16px/1.75 ${token('font-family')};overflow-wrap:anywhere;line-break:strict`,
  // One frame around all is enough.
  ' .customs-plain': 'padding:0;border:0',
  ' :is(h1,h2,h3,h4,h5,h6)': 'margin:0 0 12px;font-size:1.375em;line-height:1.4',
  ' :is(p,ol,ul,dl)': 'max-inline-size:46em;margin:0 0 12px',
  ' :is(ol,ul)': 'padding-inline-start:3.5em',
  ' ul[role]': 'list-style:none;padding:0',
  ':lang(zh) ol': 'list-style:cjk-ideographic',
  ' li': 'margin-block-end:8px',
  ' :is(dt,cite)': `color:${token('color-muted')}`,
  ' dd': 'margin:0 0 8px;font-weight:600',
  ' a': `color:${token('color-accent')}`,
  ' cite': 'font-style:normal;font-weight:400;font-size:.9em;white-space:nowrap',
  ' div': 'overflow-x:auto',
  ' table': 'border-collapse:collapse;overflow-wrap:normal;margin-block-end:12px',
  ' :is(th,td)': `padding:8px 12px;border:1px solid ${token('color-border')};text-align:start;vertical-align:top`,
  '>div:last-child': `color:${token('color-muted')};font-size:.875em`,
})
  .map(([selector, rules]) => `.${PLAIN_CLASS}${selector}{${rules}}`)
  .join('\n');
