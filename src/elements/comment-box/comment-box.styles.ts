import { css } from 'lit';

/** The form, and what became of it. */
const form = css`
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
  .field .short:not([type]) {
    inline-size: 9em;
    font-size: 1.125em;
    letter-spacing: 0.2em;
  }
  textarea {
    resize: vertical;
    line-height: 1.75;
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
  .count {
    margin-block-start: calc(var(--_space) * -1.5);
    font-size: 0.9em;
    text-align: end;
  }
  .summary {
    padding: calc(var(--_space) * 2);
    border: 2px solid var(--_danger);
    border-radius: calc(var(--_radius) * 0.75);
  }
  .summary .failure {
    font-size: 1.125em;
  }
  .summary a {
    display: flex;
    align-items: center;
    min-block-size: var(--_main-target, var(--_target-size));
  }
  .parent {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_accent);
    background: var(--_soft);
  }
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
  @media (prefers-reduced-motion: no-preference) {
    .sending::before {
      content: '';
      inline-size: 1em;
      block-size: 1em;
      border: 2px solid;
      border-inline-end-color: transparent;
      border-radius: 50%;
      animation: 0.8s linear infinite turn;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
  }
  dl div {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    gap: 0 var(--_space);
  }
  dt {
    font-weight: 600;
  }
  .captcha {
    display: grid;
    justify-items: start;
    gap: var(--_space);
  }
  .captcha .quiet {
    margin-inline-start: -0.85em;
  }
  .captcha img,
  .picture {
    inline-size: 160px;
    block-size: 60px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    background: #fff;
    line-height: 1.3;
    overflow: hidden;
  }
  .picture {
    background: var(--_soft);
  }
  .captcha .actions,
  .form > .actions {
    margin-block-start: 0;
  }
  .outcome,
  .result {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_soft);
  }
  .outcome-heading {
    display: flex;
    align-items: center;
    gap: 0.5em;
    color: var(--_accent);
  }
  .result.error {
    border-inline-start-color: var(--_danger);
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
`;

/** The records. */
const records = css`
  .records,
  .receipts {
    margin-block-start: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .records .title {
    align-items: center;
  }
  .records .field {
    grid-auto-flow: column;
    align-items: center;
    gap: var(--_space);
    margin-inline-start: auto;
  }
  .comment {
    padding-block: calc(var(--_space) * 2);
  }
  /* What is out of sight is not painted beyond its box; buttons and outlines need room in it. */
  .list {
    margin-inline: calc(var(--_space) * -1);
    padding-inline: var(--_space);
  }
  .comment:focus-visible {
    outline-offset: -3px;
  }
  .list > .comment + .comment,
  .list + .list > .comment {
    border-block-start: 1px solid var(--_border);
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
    margin-inline-start: auto;
  }
  .narrow time {
    margin-inline-start: 0;
    inline-size: 100%;
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
  .comment > .actions {
    margin-block-start: 0;
    gap: 0.5em;
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
  /* A conversation that goes on and on stays readable on a phone. */
  .replies .replies .replies {
    padding-inline-start: 0;
    border: 0;
  }
  .replies .comment {
    padding-block: var(--_space);
  }
  .official {
    padding-inline: calc(var(--_space) * 1.5);
    background: var(--_soft);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
  }
  .official .badge {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .report {
    margin-block: var(--_space);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_soft);
  }
  fieldset {
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .placeholder {
    block-size: 6.5em;
    margin-block: calc(var(--_space) * 2);
  }
  .form-skeleton {
    block-size: 47em;
  }
  .narrow .form-skeleton {
    block-size: 52em;
  }
  .group {
    contain-intrinsic-size: auto 3000px;
  }
  @media print {
    .folded {
      display: block;
    }
  }
`;

export const styles = [form, records];
