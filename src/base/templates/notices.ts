import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from './icons.js';

/*
 * What stands where content would: that there is none, or that it could not be had. A picture beside the words tells
 * the two apart at a glance; the words say it alone.
 */

/**
 * That there is nothing to show.
 *
 * @param icon - picture of what is missing
 * @param text - what is missing
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

/** The first line of a message that something failed. */
export const renderFailure = (text: string): TemplateResult =>
  html`<p class="failure">${warningIcon}<strong>${text}</strong></p>`;
