import { css } from 'lit';
import { styles as form } from './form/form.styles.js';
import { styles as receipts } from './receipts/receipts.styles.js';
import { styles as records } from './records/records.styles.js';

/** Styles shared by several parts: fields, boxes, comments and receipt numbers. */
const shared = css`
  .form,
  .receipts form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    max-inline-size: 46em;
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .field p {
    margin: 0;
  }
  .field input:not([type='checkbox']),
  textarea {
    inline-size: 100%;
  }
  .wrong {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_danger);
  }
  .wrong input,
  .wrong textarea {
    border-color: var(--_danger);
  }
  .problem,
  .over {
    color: var(--_danger);
    font-weight: 600;
  }
  /* A checkbox with its label, also used for radio buttons. */
  .consent {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_main-target, var(--_target-size));
    font-weight: 400;
    line-height: 1.5;
    cursor: pointer;
  }
  .consent input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    margin: 0;
    border-radius: 2px;
    accent-color: var(--_accent);
  }
  .consent:hover input:not(:focus-visible) {
    box-shadow: 0 0 0 4px var(--_border);
  }
  [aria-disabled='true'] {
    border-style: dashed;
    background: var(--_soft);
    color: var(--_muted);
    cursor: default;
  }
  /* Boxes that stand out from the text around them. */
  .summary,
  .outcome,
  .result,
  .report,
  .left,
  .official {
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_soft);
  }
  .summary,
  .outcome,
  .result,
  .report,
  .left {
    padding: calc(var(--_space) * 2);
  }
  .outcome,
  .result,
  .left {
    margin-block-start: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_accent);
  }
  .left {
    margin-block-end: calc(var(--_space) * 2);
  }
  dl div {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    gap: 0 var(--_space);
  }
  dt {
    font-weight: 600;
  }
  .number {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 0.5) var(--_space);
  }
  code {
    padding: 0.15em 0.4em;
    border: 1px dashed var(--_muted);
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_surface);
    font:
      600 1.05em ui-monospace,
      monospace;
    user-select: all;
  }
  .records,
  .receipts {
    margin-block-start: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .comment {
    padding-block: calc(var(--_space) * 2);
  }
  .comment:focus-visible {
    outline-offset: -3px;
  }
  .text {
    max-inline-size: 46em;
  }
  .byline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space);
  }
  .byline + p {
    margin-block-start: 0.4em;
  }
  time {
    inline-size: 100%;
  }
  @container (min-width: 430px) {
    time {
      margin-inline-start: auto;
      inline-size: auto;
    }
  }
  .relative::before {
    content: '· ';
  }
  .lines {
    white-space: pre-line;
  }
  .folded {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 6;
    overflow: hidden;
  }
  .comment .quiet {
    margin-inline-start: -0.5em;
    padding-inline: 0.5em;
    font-size: 0.9em;
  }
  .replies {
    margin-block-start: var(--_space);
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 2px solid var(--_border);
  }
  .replies .comment {
    padding-block: var(--_space);
  }
  .official {
    padding-inline: calc(var(--_space) * 1.5);
  }
  .official .badge {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media print {
    .folded {
      display: block;
    }
  }
`;

export const styles = [shared, form, records, receipts];
