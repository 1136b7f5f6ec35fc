import { css } from 'lit';

export const styles = css`
  .list {
    margin-block: var(--_space) calc(var(--_space) * -1);
  }
  .subheading {
    margin-block-start: calc(var(--_space) * 2);
  }
  li + li {
    border-block-start: 1px solid var(--_border);
  }
  .link {
    gap: 0 calc(var(--_space) * 2);
    min-block-size: var(--_main-target);
    margin-inline: calc(var(--_space) * -1);
    padding: 0.5em var(--_space);
    border-radius: var(--_corner);
    text-decoration: none;
  }
  .link:hover {
    background: var(--_soft);
  }
  .link:hover span:first-child {
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }
  .host {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .link + p {
    margin-block-end: var(--_space);
  }
  .notice {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 1.5);
    background: var(--_soft);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_corner);
  }
  .notice .actions {
    margin-block-start: var(--_space);
  }
`;
