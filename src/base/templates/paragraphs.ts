import { html, type TemplateResult } from 'lit';
import { withBreaks } from './breaks.js';

/** Renders each text as a paragraph. */
export const renderParagraphs = (texts: readonly string[]): TemplateResult[] =>
  texts.map((text) => html`<p>${withBreaks(text)}</p>`);
