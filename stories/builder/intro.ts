/* What the page is for, and how to keep what was chosen. */
import { html, type TemplateResult } from 'lit';
import { outcomeOf } from '../pages/copy.js';
import { isFromDisk } from '../pages/header.js';
import type { Context } from './context.js';

/** Renders the beginning of the page. */
export function intro({ texts, common, copied, onCopy }: Context): TemplateResult {
  const heading = html`<h1>${texts.title}</h1>
    <p>${texts.lead}</p>`;
  // The address of a file is of no use to others.
  if (isFromDisk()) return html`<div class="intro">${heading}</div>`;
  return html`<div class="intro">
    ${heading}
    <p>${texts.leadShare}</p>
    <div class="actions">
      <button type="button" @click=${() => onCopy('address', location.href)}>${texts.share}</button>
      ${outcomeOf(common, copied.id === 'address' ? copied : {})}
    </div>
  </div>`;
}
