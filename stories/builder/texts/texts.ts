/* Words of the builder's own page, in both languages. */
import type { Translated } from '../../pages/languages.js';
import { codeChinese, codeEnglish } from './code.js';
import { dataChinese, dataEnglish } from './data.js';
import { formChinese, formEnglish } from './form.js';
import { previewChinese, previewEnglish } from './preview.js';
import { remarksChinese, remarksEnglish } from './remarks.js';

const chinese = {
  ...formChinese,
  ...dataChinese,
  ...previewChinese,
  ...codeChinese,
  ...remarksChinese,
};

export type Texts = typeof chinese;

export const TEXTS: Translated<Texts> = {
  'zh-Hans': chinese,
  en: { ...formEnglish, ...dataEnglish, ...previewEnglish, ...codeEnglish, ...remarksEnglish },
};
