import { css } from 'lit';

/** Fields, pressed buttons and what goes with them, for the elements that have them. */
export const controls = css`
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, auto);
    gap: 0.25em;
    max-inline-size: 100%;
    line-height: 1.4;
  }
  select,
  input,
  textarea {
    min-block-size: var(--_main-target, var(--_target-size));
    max-inline-size: 100%;
    padding: 0.35em 0.75em;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-weight: 400;
    line-height: 1.4;
  }
  label {
    font-weight: 600;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [aria-pressed='true']:hover {
    background: var(--_accent);
  }
  .quiet {
    border-color: transparent;
    background: none;
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
  @media print {
    .screen-only {
      display: none;
    }
  }
`;
