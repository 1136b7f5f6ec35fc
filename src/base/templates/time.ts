import { html, type TemplateResult } from 'lit';
import { formatDateTime, formatRelativeTime } from '../language/formats.js';
import type { Localized } from '../language/localization.js';

/** A moment (RFC 3339) as date and time, and as the time since; what is no moment shows as it is. */
export function renderTime(
  { localization: { language } }: Localized,
  moment: string,
): TemplateResult {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return html`<span class="muted" part="time">${moment}</span>`;
  return html`<time class="muted" part="time" datetime=${moment} lang=${language}
    >${formatDateTime(language, date)}
    <span class="relative">${formatRelativeTime(language, date)}</span></time
  >`;
}
