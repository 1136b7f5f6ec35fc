import { create } from 'storybook/theming';

/* The site looks like what it documents. The colours are those of the default tokens. */

export const look = create({
  base: 'light',
  brandTitle: 'customs-widgets',
  brandUrl: './',
  brandTarget: '_self',
  colorPrimary: '#0b4f8a',
  colorSecondary: '#0b4f8a',
  appBg: '#f2f6fa',
  appBorderColor: '#d3dbe4',
  textColor: '#17212d',
  textMutedColor: '#55616f',
  barTextColor: '#55616f',
  barSelectedColor: '#0b4f8a',
  barHoverColor: '#0b4f8a',
  fontBase: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  fontCode: "ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace",
});
