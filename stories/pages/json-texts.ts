/* What is wrong with JSON, as sentences. */
import { html, nothing, type TemplateResult } from 'lit';
import { explain } from '../../src/agency/parse/explain.js';
import type { JsonProblem } from './json-check.js';
import type { PageLanguage, Translated } from './languages.js';

/** Names of the marks that an input method writes. */
const CHINESE_MARKS: Readonly<Record<string, string>> = {
  '"': '引号',
  ',': '逗号',
  ':': '冒号',
  '{': '括号',
  '}': '括号',
  '[': '括号',
  ']': '括号',
  ' ': '空格',
};

const chinese = {
  place: (line: number, column: number) => `第 ${line} 行第 ${column} 列`,
  colon: '：',
  text: '这不是 JSON，像是一段文字。请把它粘贴到资料编辑器里，编辑器能读懂文字，并写成 JSON。',
  end: '内容没有写完：缺少结尾的括号或引号。',
  syntax: (found: string) => `从“${found}”开始不是 JSON：可能缺少逗号、引号，或多了逗号。`,
  comma: '后面没有内容了，多了这个逗号。',
  mark: (found: string, wanted: string) => {
    if (wanted === ' ') return '是全角空格，请改用普通空格。';
    const name = CHINESE_MARKS[wanted] ?? '标点';
    return wanted === '"'
      ? `是中文${name}${found}，请改用英文${name}"`
      : `是中文${name}“${found}”，请改用英文${name}“${wanted}”。`;
  },
  more: (count: number) => `还有 ${count} 处。`,
};

const english: typeof chinese = {
  place: (line, column) => `Line ${line}, column ${column}`,
  colon: ': ',
  text: 'This is no JSON, but looks like a text. Paste it into the agency editor, which reads texts and writes JSON.',
  end: 'Unfinished: a closing bracket or quotation mark is missing.',
  syntax: (found) =>
    `No JSON from “${found}” on: a comma or a quotation mark may be missing, or a comma too many.`,
  comma: 'nothing follows this comma. Delete it.',
  mark: (found, wanted) =>
    wanted === ' '
      ? 'is a full-width space. Use a plain one.'
      : `is the Chinese mark ${found} instead of ${wanted}`,
  more: (count) => `And ${count} more.`,
};

const TEXTS: Translated<typeof chinese> = { 'zh-Hans': chinese, en: english };

/** Number of problems to list at a time. */
const LISTED = 8;

/** Says what one problem is. */
export function sentenceOf(problem: JsonProblem, language: PageLanguage): string {
  const texts = TEXTS[language];
  switch (problem.kind) {
    case 'data':
      return explain(problem.problem, language);
    case 'mark':
      return texts.mark(problem.found, problem.wanted);
    case 'syntax':
      return texts.syntax(problem.found);
    default:
      return texts[problem.kind];
  }
}

/** Says where one problem is, ready for its sentence; nothing if it is the whole text. */
export function placeTextOf(problem: JsonProblem, language: PageLanguage): string {
  if (problem.kind === 'text' || problem.line === undefined || problem.column === undefined) {
    return '';
  }
  const { place, colon } = TEXTS[language];
  // What is said of a mark goes on with “is”.
  const joint = problem.kind !== 'mark' ? colon : language === 'en' ? ' ' : '';
  return place(problem.line, problem.column) + joint;
}

/** Lists what is wrong, each with its place. */
export function problemList(
  problems: readonly JsonProblem[],
  language: PageLanguage,
): TemplateResult {
  return html`<ul>
      ${problems
        .slice(0, LISTED)
        .map(
          (problem) =>
            html`<li>
              <strong>${placeTextOf(problem, language)}</strong>${sentenceOf(problem, language)}
            </li>`,
        )}
    </ul>
    ${problems.length > LISTED ? html`<p>${TEXTS[language].more(problems.length - LISTED)}</p>` : nothing}`;
}
