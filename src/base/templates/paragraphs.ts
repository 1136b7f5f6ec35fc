import { html, type TemplateResult } from 'lit';

/** Renders each text as a paragraph. */
export const renderParagraphs = (texts: readonly string[]): TemplateResult[] =>
  texts.map((text) => html`<p>${text}</p>`);
