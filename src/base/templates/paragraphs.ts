import type { TemplateResult } from 'lit';
import { html } from './html.js';
import { withBreaks } from './breaks.js';

/** Renders each text as a paragraph. */
export const renderParagraphs = (texts: readonly string[]): TemplateResult[] =>
  texts.map((text) => html`<p>${withBreaks(text)}</p>`);
