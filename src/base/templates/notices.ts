import { nothing, type TemplateResult } from 'lit';
import { html } from './html.js';
import { warningIcon } from './icons.js';

/*
 * Messages in place of content: there is none, or it failed to load. The icon helps to tell the two
 * apart, but the text is enough alone.
 */

/**
 * Renders the message that there is nothing to show.
 *
 * @param icon - picture of what is missing
 * @param text - names what is missing
 * @param next - what the reader can do now
 */
export const renderEmpty = (
  icon: TemplateResult,
  text: string,
  next: unknown = nothing,
): TemplateResult =>
  html`<div class="empty" part="empty">
    ${icon}
    <p>${text}</p>
    ${next}
  </div>`;

/** Renders the first line of an error message. */
export const renderFailure = (text: string): TemplateResult =>
  html`<p class="failure">${warningIcon}<strong>${text}</strong></p>`;
