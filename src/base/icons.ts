import { html, svg, type TemplateResult } from 'lit';

const icon = (paths: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

/** Two sheets. */
export const copyIcon = /* @__PURE__ */ icon(svg`<path d="M9 9h11v12H9zM15 9V3H4v12h5"/>`);
/** An arrow into a tray. */
export const downloadIcon = /* @__PURE__ */ icon(svg`<path d="M12 3v12m-5-5 5 5 5-5M4 20h16"/>`);
/** A printer. */
export const printIcon = /* @__PURE__ */ icon(
  svg`<path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z"/>`,
);
/** An arrow out of a box. */
export const externalIcon = /* @__PURE__ */ icon(svg`<path d="M14 4h6v6m0-6-9 9M18 14v6H4V6h6"/>`);
/** A corner of a QR code. */
export const codeIcon = /* @__PURE__ */ icon(
  svg`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2m4-2v6h-6v-2"/>`,
);
/** A person on a card. */
export const contactIcon = /* @__PURE__ */ icon(
  svg`<path d="M3 5h18v14H3zM6 16c0-4 6-4 6 0m-3-8v3m6-1h3m-3 4h3"/>`,
);
/** A chain link. */
export const linkIcon = /* @__PURE__ */ icon(
  svg`<path d="m10 14 4-4m-3-3 3-3a4 4 0 0 1 6 6l-3 3m-4 4-3 3a4 4 0 0 1-6-6l3-3"/>`,
);
