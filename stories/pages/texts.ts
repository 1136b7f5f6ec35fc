/* Words that every page of the project uses. */
import type { Translated } from './languages.js';

const chinese = {
  skip: '跳到正文',
  home: '返回首页',
  language: '语言 Language',
  builder: '嵌入代码生成器',
  editor: '资料编辑器',
  copy: '复制',
  copied: '已复制',
  selected: '浏览器不允许自动复制。已为您选中，请按 Ctrl+C（Mac 按 ⌘C）。',
  download: (name: string) => `下载 ${name}`,
  downloaded: (name: string) => `已下载 ${name}`,
  drop: '也可以把文件拖到这里。',
  unreadable: (name: string) => `读不懂文件“${name}”的编码。请用记事本打开，另存为 UTF-8 编码。`,
};

/** Type of these words in each language. */
export type CommonTexts = typeof chinese;

const english: CommonTexts = {
  skip: 'Skip to content',
  home: 'Back to the start',
  language: 'Language 语言',
  builder: 'Embed builder',
  editor: 'Agency editor',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'The browser does not allow copying. The text is selected: press Ctrl+C (⌘C on a Mac).',
  download: (name) => `Download ${name}`,
  downloaded: (name) => `Downloaded ${name}`,
  drop: 'You can also drop a file here.',
  unreadable: (name) => `The encoding of “${name}” cannot be read. Save the file as UTF-8.`,
};

export const COMMON_TEXTS: Translated<CommonTexts> = { 'zh-Hans': chinese, en: english };
