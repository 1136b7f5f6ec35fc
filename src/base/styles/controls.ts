import { css } from 'lit';

/** Styles of fields, pressed buttons and related parts, for the elements that have them. */
export const controls = css`
  .title {
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, auto);
    gap: 0.375em;
    max-inline-size: 100%;
    line-height: 1.4;
  }
  select,
  input,
  textarea {
    min-block-size: var(--_main-target);
    max-inline-size: 100%;
    padding: 0.35em 0.75em;
    border: 1px solid var(--_muted);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-weight: 400;
    line-height: 1.4;
  }
  select:hover,
  input:hover,
  textarea:hover {
    border-color: var(--_text);
  }
  select:focus-visible,
  input:focus-visible,
  textarea:focus-visible {
    border-color: var(--_focus);
    outline-offset: 0;
  }
  label {
    font-weight: 600;
  }
  .quiet {
    border-color: transparent;
    background: none;
  }
  .badge {
    align-self: center;
    padding: 0.1em 0.6em;
    border: 1px solid var(--_accent);
    border-radius: min(1em, var(--_radius) * 2);
    color: var(--_accent);
    font-size: var(--_small, 0.875em);
    font-weight: 600;
    line-height: 1.5;
    white-space: nowrap;
  }
  .source {
    margin-block-start: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_border);
  }
  .source p {
    margin: 0;
  }
  cite {
    font-style: normal;
    font-weight: 400;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
