import { html, type TemplateResult } from 'lit';

/** Texts, each of which is a paragraph. */
export const renderParagraphs = (texts: readonly string[]): TemplateResult[] =>
  texts.map((text) => html`<p>${text}</p>`);
