import type { TemplateResult } from 'lit';
import { html } from './html.js';
import { formatDateTime, formatRelativeTime } from '../language/formats.js';
import type { Localized } from '../language/localization.js';

/** Renders a moment (RFC 3339) as date, time and time since. Other text is shown as it is. */
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
