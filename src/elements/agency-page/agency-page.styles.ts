import { css } from 'lit';

export const styles = css`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2.5);
  }
  .contents {
    margin: calc(var(--_space) * -1) calc(var(--_space) * -1) 0;
    padding: calc(var(--_space) / 2) var(--_space);
    border-radius: var(--_corner);
    background: var(--_soft);
  }
  /* In one column, the links explain themselves. */
  .contents p {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .contents ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) / 2);
  }
  .contents a {
    display: flex;
    align-items: center;
    min-inline-size: var(--_target-size);
    min-block-size: var(--_main-target);
    padding: 0.35em 0.75em;
    border-radius: var(--_corner);
    font-weight: 600;
    line-height: 1.4;
    text-decoration: none;
  }
  .contents a:hover {
    background: var(--_surface);
    text-decoration: underline;
  }
  .part {
    scroll-margin-block-start: var(--_space);
    outline-offset: var(--_space);
  }
  .part + .part {
    margin-block-start: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }
  /* One frame around all is enough. */
  .part > ::part(base) {
    padding: 0;
    border: 0;
    border-radius: 0;
  }
  /* Slotted pictures are not seen by the styles of the card. */
  ::slotted([slot='emblem']) {
    inline-size: 64px;
    block-size: 64px;
    object-fit: contain;
    flex: none;
  }
  @container (min-width: 860px) {
    @media screen {
      /* Not a grid: without scripts, there are no contents, and the parts take their place. */
      .page {
        display: flex;
        align-items: flex-start;
        gap: calc(var(--_space) * 4);
      }
      .parts {
        flex: 1;
        min-inline-size: 0;
      }
      .contents {
        position: sticky;
        inset-block-start: calc(var(--_space) * 2);
        flex: none;
        inline-size: 10em;
        margin: 0;
        padding: calc(var(--_space) * 1.5) var(--_space);
      }
      .contents p {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
        padding-inline: 0.85em;
      }
      .contents ul {
        display: block;
      }
    }
  }
`;
