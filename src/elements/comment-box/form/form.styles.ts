import { css } from 'lit';

/** Styles of the form and of the outcome. */
export const styles = css`
  .form-skeleton {
    block-size: 52em;
  }
  @container (min-width: 430px) {
    .form-skeleton {
      block-size: 47em;
    }
  }
  .form > .actions {
    margin-block-start: 0;
  }
  textarea {
    resize: vertical;
    line-height: 1.75;
  }
  .count {
    margin-block-start: calc(var(--_space) * -1.5);
    font-size: 0.9em;
    text-align: end;
  }
  .summary {
    border: 2px solid var(--_danger);
    background: none;
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
  .outcome-heading {
    display: flex;
    align-items: center;
    gap: 0.5em;
    color: var(--_accent);
  }
  .captcha {
    display: grid;
    justify-items: start;
    gap: var(--_space);
  }
  .field .short:not([type]) {
    inline-size: 9em;
    font-size: 1.125em;
    letter-spacing: 0.2em;
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
  .captcha .actions {
    margin-block-start: 0;
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
`;
