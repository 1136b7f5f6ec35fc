import { css } from 'lit';

/** Styles of the outside of an element, where the styles of the page end. */
export const frame = css`
  :host {
    display: block;
    writing-mode: horizontal-tb !important;
  }
  /*
   * The frame is a size container, so its content gives it no width. Where the page sizes it by content (floats, table
   * cells), it would collapse. Two invisible words give it a preferred width.
   */
  :host::before {
    all: initial;
    content: '. .';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    word-spacing: 60em;
  }
  /*
   * Resets what the elements would inherit. What stays is what hides or disables a part of a page, and its colour scheme.
   */
  .frame {
    all: initial;
    color-scheme: inherit;
    interactivity: inherit;
    pointer-events: inherit;
    visibility: inherit;
    container-type: inline-size;
    display: flow-root;
    box-sizing: border-box;
    /* Changes at one width, like the content. A container cannot query itself. */
    padding: clamp(var(--_space) * 2, (100% - 479px) * 999, var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: calc(var(--_size) * var(--_text-scale)) / 1.75 var(--_font-family);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    line-break: strict;
    text-autospace: normal;
    text-spacing-trim: trim-start;
    -webkit-text-size-adjust: 100%;
  }
  /*
   * Lines under or through the text of an ancestor do not reach into a float. The node also has the language again,
   * which the reset takes from the frame: browsers choose Chinese letters by it.
   */
  .content {
    float: left;
    inline-size: 100%;
  }
  /* A line that says there is nothing needs no box. */
  .bare {
    padding: 0;
    border: 0;
    background: none;
  }
  /* Latin letters are lower than Chinese characters, so lines need less space. */
  .frame:lang(en) {
    line-height: 1.6;
  }
`;
