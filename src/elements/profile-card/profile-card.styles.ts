import { css } from 'lit';

export const styles = css`
  .columns {
    align-items: flex-start;
    gap: calc(var(--_space) * 3);
  }
  .main {
    flex: 1 1 18em;
  }
  .title {
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 2);
  }
  ::slotted([slot='emblem']) {
    inline-size: 64px;
    block-size: 64px;
    object-fit: contain;
    flex: none;
  }
  .category {
    color: var(--_accent);
    font-size: var(--_small, 0.875em);
    font-weight: 600;
    line-height: 1.5;
    margin-block-end: 0.25em;
  }
  .facts {
    align-items: start;
    gap: 0.25em 1.5em;
    margin-block-start: 0.5em;
  }
  .facts div {
    display: flex;
    gap: 0.5em;
  }
  .facts dt {
    flex: none;
    color: var(--_muted);
  }
  .facts dd {
    font-weight: 600;
  }
  .cut,
  .qr a {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  /* Width of a line of text. The script cuts off longer summaries by the same width. */
  .excerpt {
    --_end: right;
    position: relative;
    max-inline-size: 46em;
  }
  [dir='rtl'] > .excerpt {
    --_end: left;
  }
  .toggle {
    margin-inline-start: -0.85em;
  }
  /* Sits at the end of the last line. On its own line, it would move the page when the text is cut
     off. */
  .cut + .toggle {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    align-items: end;
    margin: 0;
    padding: 0;
    padding-inline-start: 1.5em;
    border: 0;
    background: linear-gradient(to var(--_end), transparent, var(--_surface) 1.5em) bottom / 100%
      1.75em no-repeat;
    line-height: 1.75;
  }
  .cut + .toggle::before {
    content: '…';
    color: var(--_text);
    font-weight: 400;
  }
  /* In a narrow column, buttons of equal width make a calm edge. */
  @media screen {
    .actions {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
    }
  }
  .primary,
  .by-hand {
    grid-column: 1 / -1;
  }
  .qr {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    inline-size: 100%;
  }
  .closed {
    display: none;
  }
  .qr-code {
    display: block;
    flex: none;
    inline-size: 7em;
    border: 1px solid var(--_border);
    border-radius: var(--_corner);
    forced-color-adjust: none;
  }
  .qr a {
    -webkit-line-clamp: 3;
    min-block-size: var(--_target-size);
  }
  figcaption {
    display: grid;
    margin-block-start: var(--_space);
    line-height: 1.5;
  }
  .contacts {
    display: grid;
    grid-template-columns: minmax(5em, max-content) 1fr;
    gap: calc(var(--_space) / 2) var(--_space);
    margin-block-start: calc(var(--_space) * 2);
  }
  .contacts div {
    display: contents;
  }
  .contacts dt {
    color: var(--_muted);
  }
  .overview {
    margin-block-start: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .overview p {
    max-inline-size: 46em;
  }
  .overview .subheading {
    margin-block-end: var(--_space);
  }
  @container (min-width: 430px) {
    @media screen {
      .actions {
        display: flex;
      }
    }
    /* Most agency names fit on one line; Chinese words have no better place to break. */
    .heading {
      font-size: 1.625em;
    }
    .qr:not(.closed) {
      display: block;
    }
    .qr {
      inline-size: 9.5em;
      max-inline-size: 100%;
      text-align: center;
    }
    .qr-code {
      inline-size: 100%;
    }
  }
  @media print, (scripting: none) {
    .cut,
    .closed {
      display: block;
      overflow: visible;
    }
  }
  @media print {
    .feedback {
      display: none;
    }
    .qr {
      inline-size: 45mm;
    }
    .qr a {
      display: block;
    }
  }
`;
