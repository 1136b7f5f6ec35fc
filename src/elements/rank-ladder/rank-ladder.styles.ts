import { css } from 'lit';

export const styles = css`
  .summary {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .controls {
    align-items: end;
    gap: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 2);
  }
  .switch {
    display: inline-flex;
  }
  .switch button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .switch button:last-child {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .tier + .tier {
    margin-block-start: calc(var(--_space) * 2);
  }
  .tier .subheading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6em;
    padding: 0.4em 0.75em;
    background: var(--_soft);
    border-radius: var(--_corner);
  }
  .subheading span,
  [scope='rowgroup'] span {
    color: var(--_accent);
  }
  .rank {
    --_rung: 2.25em;
    position: relative;
    display: grid;
    grid-template-columns: var(--_rung) minmax(0, 1fr);
    gap: 0 calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 0.75) 0.75em;
    border-radius: var(--_corner);
  }
  /* The rail that holds the rungs. */
  .rank::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(0.75em + var(--_rung) / 2 - 1px);
    border-inline-start: 2px solid var(--_border);
  }
  .step {
    grid-column: 2;
    line-height: 1.5;
    margin-block-end: 0.35em;
  }
  .step span span {
    margin-inline-start: 0.75em;
  }
  .rung {
    position: relative;
    display: grid;
    place-content: center;
    inline-size: var(--_rung);
    block-size: var(--_rung);
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
    line-height: 1;
  }
  .body {
    padding-block-start: 0.25em;
  }
  .body .title {
    align-items: center;
    gap: 0.15em 0.6em;
  }
  .facts,
  table {
    font-size: var(--_dense, 0.9375em);
    line-height: 1.6;
  }
  .facts {
    align-items: start;
    gap: 0.1em 2em;
  }
  .facts div {
    display: flex;
    flex: 1 1 18em;
    gap: 0.75em;
  }
  .facts dt {
    flex: none;
    color: var(--_muted);
    min-inline-size: 4em;
  }
  .fact {
    display: inline-block;
    margin-inline-end: 0.9em;
  }
  .conferral .fact,
  td .fact,
  td > :not(.fact) > span {
    display: block;
  }
  td .fact + .fact {
    margin-block-start: 0.4em;
  }
  /* Ranks and posts are names, so they do not break. Conferring offices may. */
  th,
  .fact {
    word-break: keep-all;
  }
  .fact span {
    color: var(--_muted);
    font-size: 0.9em;
    /* As high as the line around it: without a doctype, its own lines would be lower. */
    line-height: calc(16 / 9);
    vertical-align: top;
    word-break: normal;
  }
  /* An article alone on its line needs a box with an edge for this. */
  .facts cite::before,
  table cite::before {
    content: '';
    margin-inline-start: -0.02px;
    padding-inline-start: 0.02px;
    font-size: calc(1em / 0.9);
  }
  .marked,
  .current,
  tr:hover > *,
  [scope='rowgroup'] {
    background: var(--_soft);
  }
  .current .rung,
  .current .badge:first-of-type {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [role='region'] {
    overflow-x: auto;
  }
  table {
    /* The table scrolls, so no column has to be narrower than its longest word. */
    overflow-wrap: break-word;
    inline-size: 100%;
    /* Without a doctype, tables inherit neither. */
    color: inherit;
    font-variant-numeric: inherit;
    border-collapse: collapse;
  }
  th,
  td {
    min-inline-size: 5em;
    padding: 0.6em 0.75em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  td {
    min-inline-size: 8em;
  }
  /* Columns with numbers. */
  td:first-of-type,
  thead th:nth-child(2) {
    min-inline-size: 0;
    text-align: end;
  }
  thead th {
    border-block-end-width: 2px;
    color: var(--_muted);
    font-weight: 600;
    white-space: nowrap;
  }
  tbody {
    border-block-end: 2px solid var(--_border);
  }
  tbody th {
    font-weight: 400;
  }
  ::slotted([slot^='insignia-']) {
    max-block-size: 2em;
    vertical-align: middle;
    margin-inline-end: 0.5em;
  }
  .rules {
    margin-block: calc(var(--_space) * 3) calc(var(--_space) * 2);
  }
  .rules ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .rules li + li {
    margin-block-start: 0.35em;
  }
  @media print {
    .rank,
    tr {
      break-inside: avoid;
    }
    [role='region'] {
      overflow: visible;
    }
  }
`;
