/* Texts of the editor's page, in both languages. */
import type { Translated } from '../pages/languages.js';
import { chinese, type Texts } from './texts-chinese.js';
import { english } from './texts-english.js';

export type { Texts };

export const TEXTS: Translated<Texts> = { 'zh-Hans': chinese, en: english };
