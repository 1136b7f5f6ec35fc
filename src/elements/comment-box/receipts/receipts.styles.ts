import { css } from 'lit';

/** Styles of the status of a receipt. */
export const styles = css`
  .result.error {
    border-inline-start-color: var(--_danger);
  }
`;
