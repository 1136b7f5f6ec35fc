import { css } from 'lit';

/** The records, and the reasons of a report. */
export const styles = css`
  .records .title {
    align-items: center;
  }
  .records .field {
    grid-auto-flow: column;
    align-items: center;
    gap: var(--_space);
    margin-inline-start: auto;
  }
  /* What is out of sight is not painted beyond its box; buttons and outlines need room in it. */
  .list {
    margin-inline: calc(var(--_space) * -1);
    padding-inline: var(--_space);
  }
  .list > .comment + .comment,
  .list + .list > .comment {
    border-block-start: 1px solid var(--_border);
  }
  .comment > .actions {
    margin-block-start: 0;
    gap: 0.5em;
  }
  /* A conversation that goes on and on stays readable on a phone. */
  .replies .replies .replies {
    padding-inline-start: 0;
    border: 0;
  }
  .report {
    margin-block: var(--_space);
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
  .group {
    contain-intrinsic-size: auto 3000px;
  }
`;
