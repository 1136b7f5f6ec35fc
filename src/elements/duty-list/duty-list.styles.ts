import { css } from 'lit';

export const styles = css`
  .preamble,
  .text {
    max-inline-size: 46em;
  }
  .search {
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
    margin-block: calc(var(--_space) * 2);
  }
  .search input {
    flex: 1 1 12em;
    max-inline-size: 28em;
  }
  .list {
    margin-block-start: calc(var(--_space) * 2);
  }
  .duty {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_border);
    scroll-margin-block: 1em;
  }
  .target {
    background: var(--_soft);
    box-shadow: inset 4px 0 0 var(--_accent);
  }
  .duty:focus {
    outline-offset: -3px;
  }
  .number {
    min-block-size: var(--_main-target);
    padding-block: 0.5em;
    font-weight: 600;
    text-decoration: none;
    white-space: nowrap;
  }
  .number:hover {
    text-decoration: underline;
  }
  .text {
    grid-column: 1 / 3;
    padding-block-end: 0.5em;
  }
  .text strong {
    display: block;
    font-weight: 600;
  }
  mark {
    border-radius: 2px;
    background: var(--_highlight);
    color: inherit;
  }
  .copy {
    grid-column: 2;
    grid-row: 1;
    position: relative;
    color: var(--_muted);
  }
  /* Two sheets, drawn in CSS because a list has many of them. */
  .copy::before,
  .copy::after {
    content: '';
    position: absolute;
    inline-size: 0.52em;
    block-size: 0.56em;
    border: 0.08em solid;
    background: var(--_surface);
    transform: translate(-0.12em, -0.14em);
  }
  .copy::after {
    transform: translate(0.12em, 0.14em);
  }
  .target .copy::after,
  .copy:hover::after {
    background: var(--_soft);
  }
  /* As high as the buttons, which may arrive later from a server. */
  .label {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_main-target);
    gap: 0.4em;
    color: var(--_muted);
  }
  .feedback {
    grid-column: 1 / 3;
  }
  /* Near the button that was pressed. */
  .duty > p.feedback {
    text-align: end;
  }
  @container (min-width: 430px) {
    .duty {
      grid-template-columns: 4em minmax(0, 1fr) auto;
    }
    .number {
      text-align: end;
    }
    .text {
      grid-column: 2;
      padding-block-start: 0.5em;
    }
    .copy {
      grid-column: 3;
    }
    .feedback {
      grid-column: 2 / 4;
    }
  }
  @media print {
    .duty {
      break-inside: avoid;
    }
  }
`;
