import { css } from 'lit';
import { frame } from './frame.js';
import { modes } from './modes.js';
import { states } from './states.js';
import { tokens } from './tokens.js';

/** Styles that all elements share: frame, type, buttons and states. */
export const styles = [
  tokens,
  frame,
  css`
    :host([hidden]),
    [hidden] {
      display: none !important;
    }
    * {
      box-sizing: border-box;
      margin: 0;
    }
    /* Only two weights: browsers look up and read a font for each before the first paint. */
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    strong {
      font-weight: 600;
    }
    .heading {
      font-size: 1.375em;
      line-height: 1.4;
      text-wrap: balance;
    }
    .subheading {
      font-size: 1.125em;
      line-height: 1.5;
    }
    /* Avoids a last line of one character. */
    p,
    li,
    dd {
      text-wrap: pretty;
    }
    .muted {
      color: var(--_muted);
      font-size: 0.9em;
    }
    .muted .muted {
      font-size: 1em;
    }
    p + p {
      margin-block-start: var(--_gap, 0.75em);
    }
    ul,
    ol {
      padding: 0;
      list-style: none;
    }
    a {
      color: var(--_accent);
      text-underline-offset: 0.25em;
    }
    a:hover {
      text-decoration-thickness: 2px;
    }
    a:active {
      background: var(--_soft);
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    button,
    .button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: 0.4em;
      min-block-size: var(--_main-target);
      min-inline-size: var(--_main-target);
      padding: 0.35em 0.85em;
      border: 1px solid var(--_border);
      border-radius: var(--_corner);
      background: var(--_surface);
      color: var(--_accent);
      font: inherit;
      line-height: 1.4;
      text-decoration: none;
      cursor: pointer;
    }
    button:hover,
    .button:hover {
      border-color: currentColor;
      background: var(--_soft);
    }
    /* Uses an underline and a ring: high contrast has no colour between text and background. */
    .primary:hover,
    .contrast button:hover,
    .contrast .button:hover {
      text-decoration: underline;
    }
    button:active,
    .button:active {
      box-shadow: inset 0 0 0 2px currentColor;
    }
    .primary,
    .primary:active,
    [aria-pressed='true'] {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .primary:hover,
    [aria-pressed='true']:hover {
      background: var(--_accent);
    }
    @supports (color: color-mix(in srgb, red, red)) {
      .primary:hover,
      [aria-pressed='true']:hover {
        background: color-mix(in srgb, var(--_accent), var(--_text) 20%);
      }
    }
    /* Places items side by side while there is space. */
    .row,
    .title,
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space);
    }
    .actions {
      margin-block-start: calc(var(--_space) * 2);
    }
    @media screen {
      .group {
        content-visibility: auto;
        contain-intrinsic-size: auto 4000px;
      }
    }
    .icon {
      flex: none;
      inline-size: 1.125em;
      block-size: 1.125em;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
    }
    summary {
      min-block-size: var(--_main-target);
      align-content: center;
      font-weight: 600;
      cursor: pointer;
    }
    summary:hover {
      text-decoration: underline;
      text-underline-offset: 0.25em;
    }
    summary::marker {
      color: var(--_accent);
    }
    @media (prefers-reduced-motion: no-preference) {
      /* Applies on hover only, so all buttons change at once with the theme of the page. */
      button:hover,
      .button:hover {
        transition: 0.12s ease-out;
        transition-property: background-color, border-color;
      }
    }
  `,
  states,
  modes,
];
