import type { TemplateResult } from 'lit';
import { html } from '../../base/templates/html.js';
import { addressesIn } from './addresses.js';

/** Renders plain text, with web addresses as links. Nothing else in it is interpreted. */
export function renderText(text: string): string | (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { start, written, href } of addressesIn(text)) {
    parts.push(
      text.slice(end, start),
      html`<a part="link" href=${href} rel="external nofollow ugc noopener noreferrer"
        >${written}</a
      >`,
    );
    end = start + written.length;
  }
  return parts.length ? [...parts, text.slice(end)] : text;
}
