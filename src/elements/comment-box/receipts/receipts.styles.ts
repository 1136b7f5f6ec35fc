import { css } from 'lit';

/** What became of the comment of a receipt. */
export const styles = css`
  .result.error {
    border-inline-start-color: var(--_danger);
  }
`;
