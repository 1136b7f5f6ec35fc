/*
 * Chinese translations of the manifest, and short names in both languages. Without an entry here,
 * the text of the manifest appears.
 */

import type { PageLanguage, Translated } from '../pages/languages.js';
import type { Attribute, Widget } from './types.js';

/** Language of the page → name and description of each element. */
const WIDGETS: Translated<Readonly<Record<string, readonly [label: string, description: string]>>> =
  {
    'zh-Hans': {
      'profile-card': ['机构名片', '名称、性质、级别、概况和二维码'],
      'duty-list': ['职能列表', '编号的主要职能，可搜索、复制、下载'],
      'rank-ladder': ['衔级', '衔级阶梯与表格，逐条注明出处'],
      'link-list': ['相关链接', '相关网站，站外链接可先提示'],
      'comment-box': ['评论框', '发表评论、验证码、评论记录'],
      'comment-count': ['评论数', '一页有多少条评论，用于列表'],
      'agency-page': ['机构专页', '概况、职能、衔级、链接、评论合为一页，带目录'],
    },
    en: {
      'profile-card': ['Profile', 'Name, standing, summary and a QR code'],
      'duty-list': ['Duties', 'Numbered, with search, copying and downloads'],
      'rank-ladder': ['Ranks', 'As a ladder and a table, with sources'],
      'link-list': ['Related links', 'With a notice before leaving, if wanted'],
      'comment-box': ['Comments', 'A form with a captcha, and the records'],
      'comment-count': ['Number of comments', 'For lists of articles'],
      'agency-page': ['Whole agency', 'Everything on one page, with a table of contents'],
    },
  };

/** Attribute → short name in Chinese and English, description in Chinese. */
const ATTRIBUTES: Readonly<
  Record<string, readonly [chinese: string, english: string, description: string]>
> = {
  variant: ['详略', 'Extent', '名片只有简介；完整版还有概况段落和展开的二维码。'],
  qr: ['二维码', 'QR code', '二维码指向官方网站、本网页，或不显示。'],
  url: ['二维码的网址', 'Address for the QR code', '代替上面所选的网址，也用于复制。'],
  filter: ['搜索框', 'Search field', '显示搜索框。'],
  numbering: ['编号', 'Numbering', '随语言（中文为（一）、（二））、用数字，或不编号。'],
  view: ['视图', 'View', '先显示阶梯还是表格；读者可以切换。'],
  track: ['序列', 'Track', '先显示的序列的标识，例如 technical；默认为数据中的第一个。'],
  current: ['当前衔级', 'Current rank', '要标出的衔级的标识；从它往上累计年限。'],
  highlight: ['突出显示', 'Highlighted ranks', '要突出的衔级的标识，用空格分隔。'],
  'external-notice': ['站外提示', 'Notice before leaving', '离开本站和可信网站之前先提示。'],
  trusted: [
    '可信网站',
    'Trusted sites',
    '无需提示的主机后缀，用空格分隔：gov.cn 包括所有 .gov.cn 网站。',
  ],
  endpoint: [
    '服务地址',
    'Address of the service',
    '评论服务的地址，相对于网页；静态时为 JSON 文件的地址。',
  ],
  engine: ['评论引擎', 'Engine', '保存评论的系统：本项目的服务、Waline，或静态 JSON 文件。'],
  site: ['站点名', 'Name of the site', '评论服务的配置中的站点名。'],
  thread: ['主题标识', 'Thread', '标识相同的网页共用评论；默认为网页的路径。'],
  'page-size': ['每次条数', 'Comments at a time', '每次读取的评论数，1 到 50。'],
  sort: ['排序', 'Order', '先显示最新的还是最早的；读者可以更改。'],
  'hide-when-empty': [
    '没有评论时隐藏',
    'Hidden when empty',
    '没有评论时不显示记录；也不收评论时整个不显示。',
  ],
  src: [
    'JSON 文件的地址',
    'Address of the JSON file',
    '按公布的格式写的 JSON 文件的地址，相对于网页。',
  ],
  lang: ['语言', 'Language', '组件的语言；不指定时跟随网页的 lang，网页也没有时为中文。'],
  'heading-level': ['标题级别', 'Heading level', '组件标题的级别，1 到 6；内部标题随之而定。'],
  elder: ['长辈模式', 'Elder mode', '更大的文字、按钮和间距。'],
  theme: ['外观', 'Theme', '跟随网页，或固定为浅色、深色、高对比度。'],
};

/** The same for attributes of all elements that show an agency, where a name means two things. */
const AGENCY_ATTRIBUTES: typeof ATTRIBUTES = {
  'hide-when-empty': [
    '没有内容时隐藏',
    'Hidden when empty',
    '机构没有这部分内容时，整个不显示，也不占位置。',
  ],
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  variant: { card: '名片', full: '完整' },
  qr: { site: '官方网站', page: '本网页', none: '不显示' },
  numbering: { locale: '随语言', decimal: '数字', none: '不编号' },
  view: { ladder: '阶梯', table: '表格' },
  engine: { http: '本项目的服务', waline: 'Waline', static: '静态 JSON 文件' },
  sort: { newest: '最新在前', oldest: '最早在前' },
  theme: { auto: '跟随网页', light: '浅色', dark: '深色', contrast: '高对比度' },
};

/** Languages by their tags: those of this page in their own words, which everybody looks for. */
const LANGUAGES: Translated<Readonly<Record<string, string>>> = {
  'zh-Hans': { 'zh-Hans': '简体中文', en: 'English', bo: '藏语' },
  en: { 'zh-Hans': '简体中文', en: 'English', bo: 'Tibetan' },
};

/** Names a language. Not every browser knows the name of each. */
const languageName = (page: PageLanguage, tag: string): string =>
  LANGUAGES[page][tag] ??
  new Intl.DisplayNames([page], { type: 'language', fallback: 'none' }).of(tag) ??
  tag;

/** Name and description of an element on the page. Default: those of the manifest. */
export function widgetTexts(
  page: PageLanguage,
  { name, description }: Pick<Widget, 'name' | 'description'>,
): { readonly label: string; readonly description: string } {
  const [label, text] = WIDGETS[page][name] ?? [name, description];
  return { label, description: text };
}

/** Name and description of an attribute. `lang` is their language if not the page's. */
export function attributeTexts(
  page: PageLanguage,
  { name, description, ofAgency }: Attribute,
): { readonly label: string; readonly description: string; readonly lang?: string } {
  const [chinese = name, english = name, text] =
    (ofAgency ? AGENCY_ATTRIBUTES[name] : undefined) ?? ATTRIBUTES[name] ?? [];
  if (page === 'en') return { label: english, description };
  return { label: chinese, description: text ?? description, ...(!text && { lang: 'en' }) };
}

/** Finds the label of an attribute value. */
export function valueText(page: PageLanguage, attribute: string, value: string): string {
  if (attribute === 'lang') return languageName(page, value);
  return (page === 'en' ? undefined : VALUES[attribute]?.[value]) ?? value;
}
