import { css } from 'lit';

/** Styles of the records and of the report form. */
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
  /* Skipped groups clip their content, so buttons and outlines need space inside them. */
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
  /* Keeps deep conversations readable on a phone. */
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
