import { css } from 'lit';

/* Adapts the styles to themes, user preferences, elder mode and print. */

export const modes = css`
  :host {
    --_size: 16px;
    --_main-target: var(--_target-size);
    --_corner: calc(var(--_radius) * 0.75);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  .contrast {
    --_accent: var(--_text);
    --_on-accent: var(--_surface);
    --_focus: var(--_text);
    --_muted: var(--_text);
    --_border: var(--_text);
    --_soft: var(--_surface);
  }
  @media (prefers-contrast: more) {
    .frame {
      --_muted: var(--_text);
      --_border: var(--_text);
    }
  }
  .elder {
    --_size: 20px;
    --_main-target: 60px;
    --_gap: 2.3em;
    --_dense: 1em;
    --_small: 0.9em;
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
    .actions,
    .screen-only {
      display: none;
    }
  }
`;
