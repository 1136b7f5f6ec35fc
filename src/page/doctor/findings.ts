/* What the doctor reports, and how a finding is made. */
import { type Code, SENTENCES, type Severity } from './sentences.js';

/** One finding of the doctor. */
export interface Finding {
  readonly severity: Severity;
  /** Name of the kind of finding. It is the same in all languages. */
  readonly code: Code;
  /** What is wrong and what to do, in the language of the page. */
  readonly message: string;
  /** The element concerned. */
  readonly element?: Element;
}

/** Report about a page. */
export interface Report {
  /** Version of the doctor. */
  readonly version: string;
  /** Language of the report: that of the page, if there is a translation. */
  readonly language: 'zh-Hans' | 'en';
  /** Summary in one line. */
  readonly title: string;
  /** Findings, most serious first; empty if there are no problems. */
  readonly findings: readonly Finding[];
}

/** Options of `diagnose`. */
export interface DiagnoseOptions {
  /** True to show the report on the page too. */
  readonly panel?: boolean;
}

/** A value in a sentence; words are a pair, Chinese and English. */
export type Value = string | readonly [chinese: string, english: string];

/** Makes findings in one language. */
export type Find = (code: Code, values?: readonly Value[], element?: Element) => Finding;

/** Returns a function that makes findings in Chinese or English. */
export function findIn(locale: string): Find {
  const isEnglish = locale === 'en';
  const say = (value: Value = ''): string =>
    typeof value === 'string' ? value : value[isEnglish ? 1 : 0];
  return (code, values = [], element) => {
    const [severity, chinese, english] = SENTENCES[code];
    const sentence: string = isEnglish ? english : chinese;
    const message = sentence.replace(/\{(\d)\}/g, (_, index: number) => say(values[index]));
    return { severity, code, message, ...(element && { element }) };
  };
}
