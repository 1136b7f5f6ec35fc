/* Made from src/tokens by `npm run tokens`; change them there. */

/** Token → default, and the one for dark pages where that is another. */
export const TOKENS: Readonly<Record<string, readonly [light: string, dark?: string]>> = {
  'color-accent': ['#0b4f8a', '#8fc5ff'],
  'color-on-accent': ['#fff', '#06223d'],
  'color-surface': ['#fff', '#121922'],
  'color-soft': ['#f2f6fa', '#1b2531'],
  'color-text': ['#17212d', '#e9eef4'],
  'color-muted': ['#55616f', '#a8b4c2'],
  'color-border': ['#d3dbe4', '#344252'],
  'color-danger': ['#b3261e', '#ffb4ab'],
  'color-highlight': ['#ffe9a8', '#5c4a00'],
  'color-focus': ['var(--_accent)'],
  'font-family': ["'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif"],
  radius: ['8px'],
  space: ['8px'],
  'target-size': ['44px'],
  'text-scale': ['1'],
};
