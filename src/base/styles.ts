import { css } from 'lit';
import { modes } from './modes.js';
import { tokens } from './tokens.js';

/** What every element shares: its frame, type, buttons and states. */
export const styles = [
  tokens,
  modes,
  css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
    * {
      box-sizing: border-box;
      margin: 0;
    }
    /* Old pages set these on body, div or *; without this they would be inherited. */
    .frame {
      padding: calc(var(--_space) * 3);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
      font: calc(var(--_size) * var(--_text-scale)) / 1.75 var(--_font-family);
      font-variant-numeric: tabular-nums;
      letter-spacing: normal;
      word-spacing: normal;
      text-align: start;
      text-indent: 0;
      text-transform: none;
      white-space: normal;
      overflow-wrap: anywhere;
      line-break: strict;
      text-autospace: normal;
      -webkit-text-size-adjust: 100%;
    }
    .heading {
      font-size: 1.375em;
      line-height: 1.4;
      text-wrap: balance;
    }
    .subheading {
      font-size: 1.0625em;
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
      min-block-size: var(--_main-target, var(--_target-size));
      min-inline-size: var(--_main-target, var(--_target-size));
      padding: 0.35em 0.85em;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 0.75);
      background: var(--_surface);
      color: var(--_accent);
      font: inherit;
      font-weight: 500;
      line-height: 1.4;
      text-decoration: none;
      cursor: pointer;
    }
    button:hover,
    .button:hover {
      border-color: currentColor;
      background: var(--_soft);
    }
    button:active,
    .button:active {
      background: var(--_border);
    }
    .primary {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .primary:hover {
      background: var(--_accent);
      text-decoration: underline;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space);
      margin-block-start: calc(var(--_space) * 2);
    }
    .group {
      content-visibility: auto;
      contain-intrinsic-size: auto 4000px;
    }
    .icon {
      flex: none;
      inline-size: 1.125em;
      block-size: 1.125em;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
    }
    .skeleton {
      block-size: 8em;
      background: repeating-linear-gradient(var(--_soft) 0 1em, transparent 1em 1.75em);
    }
    .error {
      padding-inline-start: calc(var(--_space) * 2);
      border-inline-start: 4px solid var(--_danger);
    }
    .error strong {
      color: var(--_danger);
    }
    .error button {
      margin-block-start: var(--_space);
    }
    .empty {
      color: var(--_muted);
      text-align: center;
    }
    .frame.narrow {
      padding: calc(var(--_space) * 2);
    }
    @media print {
      :host {
        color-scheme: light !important;
      }
      .frame {
        padding: 0;
        border: 0;
      }
      button,
      .actions {
        display: none;
      }
      .group {
        content-visibility: visible;
      }
    }
  `,
];
