import type { TemplateResult } from 'lit';
import { html } from './html.js';

const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** Two sheets. */
export const copyIcon = /* @__PURE__ */ icon('M9 9h11v12H9zM15 9V3H4v12h5');
/** An arrow into a tray. */
export const downloadIcon = /* @__PURE__ */ icon('M12 3v12m-5-5 5 5 5-5M4 20h16');
/** A printer. */
export const printIcon = /* @__PURE__ */ icon('M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z');
/** An arrow out of a box. */
export const externalIcon = /* @__PURE__ */ icon('M14 4h6v6m0-6-9 9M18 14v6H4V6h6');
/** A speech bubble. */
export const speechIcon = /* @__PURE__ */ icon('M4 5h16v11h-9l-4 4v-4H4zm4 4h8m-8 3h5');
/** A magnifying glass. */
export const searchIcon = /* @__PURE__ */ icon(
  'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.5 10.5L20 20',
);
/** A tick. */
export const tickIcon = /* @__PURE__ */ icon('m4 12 6 6L20 6');
/** A warning sign. */
export const warningIcon = /* @__PURE__ */ icon('M12 4 22 20H2zm0 6v5m0 1.5V18');
/** A corner of a QR code. */
export const codeIcon = /* @__PURE__ */ icon(
  'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2m4-2v6h-6v-2',
);
/** A person on a card. */
export const contactIcon = /* @__PURE__ */ icon(
  'M3 5h18v14H3zM6 16c0-4 6-4 6 0m-3-8v3m6-1h3m-3 4h3',
);
/** A chain link. */
export const linkIcon = /* @__PURE__ */ icon(
  'm10 14 4-4m-3-3 3-3a4 4 0 0 1 6 6l-3 3m-4 4-3 3a4 4 0 0 1-6-6l3-3',
);
