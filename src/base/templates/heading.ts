import { nothing, type TemplateResult } from 'lit';
import { html } from './html.js';

/**
 * Renders a native heading whose level is known only at run time. Screen readers list native
 * headings and jump between them.
 *
 * @param level - 1 to 6; a deeper level becomes 6
 * @param content - content of the heading
 * @param kind - `heading` for the element's own, `subheading` for those inside it, `nothing` for
 * plain HTML
 */
export function renderHeading(
  level: number,
  content: unknown,
  kind: 'heading' | 'subheading' | typeof nothing = 'heading',
): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 class=${kind} part=${kind}>${content}</h1>`;
    case 2:
      return html`<h2 class=${kind} part=${kind}>${content}</h2>`;
    case 3:
      return html`<h3 class=${kind} part=${kind}>${content}</h3>`;
    case 4:
      return html`<h4 class=${kind} part=${kind}>${content}</h4>`;
    case 5:
      return html`<h5 class=${kind} part=${kind}>${content}</h5>`;
    default:
      return html`<h6 class=${kind} part=${kind}>${content}</h6>`;
  }
}
