import { css } from 'lit';

/*
 * Public tokens and their defaults. Each private name reads its public one first, so a page restyles the
 * elements by setting `--customs-…` on any ancestor. `light-dark()` follows the `color-scheme` of the page:
 * an old page that never heard of dark mode keeps light elements, whatever the visitor's system prefers.
 * Browsers without it show the light colours. Lengths are in px because old pages set the root size to
 * anything from 10 to 100 px.
 */

export const tokens = css`
  :host {
    --_font: var(
      --customs-font-family,
      system-ui,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
    --_radius: var(--customs-radius, 8px);
    --_space: var(--customs-space, 8px);
    --_target: var(--customs-target-size, 44px);
    --_size: 16px;
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
`;
