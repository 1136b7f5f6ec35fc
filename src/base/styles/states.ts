import { css } from 'lit';

/** Styles of what replaces missing content: loading, failed, empty. */
export const states = css`
  /* Lines of text; the last one is shorter. */
  .skeleton {
    block-size: 8em;
    background:
      linear-gradient(var(--_surface), var(--_surface)) 100% 100% / 40% 1em no-repeat,
      repeating-linear-gradient(var(--_soft) 0 1em, transparent 1em 1.75em);
  }
  .error {
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_danger);
  }
  .failure {
    display: flex;
    align-items: center;
    gap: 0.5em;
    color: var(--_danger);
    font-weight: 600;
  }
  .error button {
    margin-block-start: var(--_space);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    padding-block: calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
  }
  .empty p {
    margin: 0;
  }
  .empty > .icon {
    inline-size: 4em;
    block-size: 4em;
    padding: 1em;
    border-radius: 50%;
    background: var(--_soft);
    color: var(--_accent);
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: 1s ease-in-out infinite alternate breathe;
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
