/* Words about the colour of the office. */
import type { Translated } from '../../pages/languages.js';

const chinese = {
  title: '单位的颜色',
  pick: '取色',
  code: '颜色代码',
  hint: '例如 #a61b29。用于链接、按钮和焦点框；不填时用组件自带的蓝色。',
  fault: '请写成 # 加六位数字或字母，例如 #a61b29；代码里暂用自带的颜色。',
  reset: '恢复自带的颜色',
  schemes: { light: '浅色', dark: '深色' },
  pairs: { accent: '文字和链接', 'on-accent': '按钮上的字', focus: '焦点框' },
  check: (ratio: string, least: number, passes: boolean) =>
    `${ratio}:1，${passes ? '合格' : `不合格，至少要 ${least}:1`}`,
  low: '这个颜色在浅色网页上太浅，有的访问者看不清。',
  nearest: '用最接近的合格颜色',
  passes: '浅色和深色网页上都看得清。深色网页的颜色是自动算出的。',
  table: '对比度',
};

const english: typeof chinese = {
  title: 'Colour of the office',
  pick: 'Pick a colour',
  code: 'Code of the colour',
  hint: 'For example #a61b29. Links, buttons and focus rings have it. Without one, they are blue.',
  fault: 'Write # and six digits or letters, for example #a61b29. Until then they are blue.',
  reset: 'Back to blue',
  schemes: { light: 'Light', dark: 'Dark' },
  pairs: { accent: 'Text and links', 'on-accent': 'Text on buttons', focus: 'Focus rings' },
  check: (ratio, least, passes) =>
    `${ratio}:1, ${passes ? 'passes' : `too low: at least ${least}:1`}`,
  low: 'This colour is too light for light pages: some visitors cannot read it.',
  nearest: 'Use the nearest colour that passes',
  passes: 'It can be read on light and dark pages. The colour for dark pages is computed.',
  table: 'Contrast',
};

export const BRAND_TEXTS: Translated<typeof chinese> = { 'zh-Hans': chinese, en: english };
