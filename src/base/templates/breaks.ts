import { html } from './html.js';

/** Renders the line breaks of a text, for sub-items that its author wrote on lines of their own. */
export const withBreaks = (text: string): unknown =>
  text.includes('\n')
    ? text.split('\n').map((line, index) => (index ? html`<br />${line}` : line))
    : text;
