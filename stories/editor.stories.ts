import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { blocksOfText, passagesOf } from '../src/agency/read-text/read-text.js';
import { parse } from '../src/index.js';
import { themeStylesheet } from '../src/tokens/design-tokens.mjs';
import editorStyles from './demo/editor.css?inline';
import fieldStyles from './demo/fields.css?inline';
import pageStyles from './demo/pages.css?inline';
import { Editor } from './editor/editor.js';
import { setRole } from './editor/passages.js';
import type { View } from './editor/view.js';
import type { Work } from './editor/work.js';
import { DEFAULTS } from './foundations/themes.js';

/* The editor of an agency in each of its states. The office in it is made up. */

const meta: Meta = {
  title: 'Agency editor',
  tags: ['!autodocs'],
  args: {},
  parameters: { controls: { disable: true }, layout: 'fullscreen' },
};

export default meta;

const OFFICE = `示例县民政局
示例县民政局是示例县人民政府工作部门，为正科级。
主要职责
（一）拟订全县民政事业发展规划。组织实施和监督检查。
（二）负责社会组织登记管理。
相关链接
民政部 https://www.mca.gov.cn/
没有地址的链接
打印本页`;

const worked = (text: string): Work => ({ passages: passagesOf(blocksOfText(text)), lang: '' });

/** The office, with a link that its author has marked as one. */
function office(): Work {
  const work = worked(OFFICE);
  const link = work.passages.find(({ text }) => text === '没有地址的链接');
  return { ...work, passages: setRole(work.passages, link?.id ?? '', 'link') };
}

const styles = [
  themeStylesheet('The default tokens.', [...DEFAULTS]),
  pageStyles,
  fieldStyles,
  editorStyles,
].join('\n');

/** Shows the editor with a draft, as after a reload. It stores nothing. */
function editor(work: Work | undefined, view: Partial<View> = {}): TemplateResult {
  const root = document.createElement('div');
  root.lang = view.language ?? 'zh-Hans';
  const store = {
    getItem: () => (work ? JSON.stringify(work) : null),
    setItem: () => undefined,
    removeItem: () => undefined,
  };
  new Editor({ root, store, sample: OFFICE, parse, view, day: '2026-11-29' });
  return html`<style>
      ${styles}</style
    >${root}`;
}

/** Nothing yet: the field for text, a file, an example, or empty fields. */
export const Empty: StoryObj = { render: () => editor(undefined) };

/** What was pasted is JSON with a mistake. It stays in the field. */
export const Problem: StoryObj = {
  render: () =>
    editor(undefined, {
      typed: '{ "name": “示例县民政局” }',
      problem: '这是 JSON，但有错误。第 1 行第 11 列是中文引号“，请改用英文引号"',
    }),
};

/** Text was read. A link has no address, and the source is missing. */
export const Pasted: StoryObj = { render: () => editor(office()) };

/** The same passages, field by field. */
export const ByField: StoryObj = {
  render: () => editor(office(), { order: 'fields' }),
};

/** On a narrow screen, the preview has a view of its own. */
export const Preview: StoryObj = {
  render: () => editor(office(), { panel: 'preview' }),
};

/** Another tab has changed the draft, and the browser forbids storing. */
export const Notices: StoryObj = {
  render: () => editor(worked('示例县民政局'), { isForeign: true, canStore: false }),
};

/** The page in English, for an office that writes English. */
export const English: StoryObj = {
  render: () =>
    editor(worked('Example County Office\nOur duties\n1. Keep the records.\n2. Issue permits.'), {
      language: 'en',
    }),
};
