/* Names of the members of an agency in sentences, and of the items in its lists. */

/** Chinese, English. */
type Noun = readonly [string, string];

/** Members. One inside another has the name of both if a noun depends on it: `source.url`. */
const MEMBERS: Readonly<Record<string, Noun>> = {
  name: ['名称', 'the name'],
  lang: ['语言', 'the language'],
  id: ['标识', 'the identifier'],
  asOf: ['核对日期', 'the day of the check'],
  source: ['来源', 'the source'],
  translation: ['译文说明', 'the note on the translation'],
  category: ['分类', 'the category'],
  status: ['机构性质', 'the status'],
  level: ['级别', 'the level'],
  summary: ['简介', 'the summary'],
  overview: ['概况', 'the overview'],
  url: ['官方网站', 'the official site'],
  telephone: ['电话', 'the telephone'],
  address: ['地址', 'the address'],
  openingHours: ['办公时间', 'the opening hours'],
  duties: ['职能', 'the duties'],
  ranks: ['衔级', 'the ranks'],
  links: ['链接', 'the links'],
  items: ['职能', 'the duties'],
  preamble: ['职能前言', 'the preamble'],
  number: ['编号', 'the number'],
  title: ['标题', 'the title'],
  text: ['内容', 'the content'],
  'links.url': ['网址', 'the address'],
  'source.url': ['网址', 'the address'],
  label: ['名称', 'the name'],
  'tiers.label': ['等次', 'the position'],
  description: ['说明', 'the description'],
  group: ['分组名称', 'the heading of the group'],
  publisher: ['发布单位', 'the publisher'],
  date: ['日期', 'the date'],
  note: ['说明', 'the note'],
  tracks: ['序列', 'the careers'],
  tiers: ['等级', 'the tiers'],
  nameStatus: ['名称依据', 'the status of the name'],
  bands: ['任职范围', 'the bands'],
  conferral: ['授予规定', 'the conferral'],
  promotion: ['晋升', 'the promotion'],
  steps: ['晋升步骤', 'the steps'],
  rules: ['晋升规定', 'the rules'],
  basis: ['依据', 'the basis'],
  from: ['起点', 'the start'],
  to: ['终点', 'the end'],
  by: ['授予机关', 'the conferring office'],
  scope: ['适用范围', 'the scope'],
  article: ['条文号', 'the article'],
  trainingArticle: ['培训条文号', 'the article on training'],
  years: ['年限', 'the years'],
  training: ['培训', 'the training'],
  of: ['原文语言', 'the original language'],
  official: ['官方译文标记', 'the mark of an official translation'],
};

/** Items of lists. `{0}` is the position. */
const ITEMS: Readonly<Record<string, Noun>> = {
  duties: ['第 {0} 项职能', 'duty {0}'],
  items: ['第 {0} 项职能', 'duty {0}'],
  overview: ['概况第 {0} 段', 'paragraph {0} of the overview'],
  preamble: ['职能前言第 {0} 段', 'paragraph {0} of the preamble'],
  links: ['第 {0} 个链接', 'link {0}'],
  'links.group': ['第 {0} 组', 'group {0}'],
  tracks: ['第 {0} 个序列', 'career {0}'],
  tiers: ['第 {0} 等', 'tier {0}'],
  ranks: ['第 {0} 个衔级', 'rank {0}'],
  bands: ['第 {0} 条任职范围', 'band {0}'],
  conferral: ['第 {0} 条授予规定', 'rule {0} of conferral'],
  steps: ['第 {0} 个晋升步骤', 'step {0} of promotion'],
  rules: ['第 {0} 条晋升规定', 'rule {0} of promotion'],
};

/** Finds the member with a Chinese name, for people who write 名称 or 单位名称 for `name`. */
export const memberCalled = (chinese: string, names: readonly string[]): string | undefined =>
  names.find((name) => nounOf(name) === chinese) ??
  names.find((name) => name in MEMBERS && chinese.endsWith(nounOf(name)));

/** Place of a value in an agency, in words, from the outside inwards. */
export interface Place {
  /** The items around the value: 第 3 项职能. */
  readonly items: readonly string[];
  /** The member itself; absent if the value is an item or the whole document. */
  readonly member?: string;
}

/**
 * Puts a JSON pointer into words.
 *
 * @param chinese - true for Chinese, false for English
 */
export function placeOf(pointer: string, chinese: boolean): Place {
  const index = chinese ? 0 : 1;
  const items: string[] = [];
  let member: string | undefined;
  let list = '';
  const segments = pointer.split('/').slice(1);
  segments.forEach((segment, depth) => {
    if (/^\d+$/.test(segment)) {
      const isGroup = list === 'links' && /^(links|group)$/.test(segments[depth + 1] ?? '');
      const isTier = pointer.startsWith('/ranks/') && depth === 1 && depth < segments.length - 1;
      const noun = ITEMS[isGroup ? 'links.group' : isTier ? 'tiers' : list] ?? [
        '第 {0} 项',
        'item {0}',
      ];
      items.push(noun[index].replace('{0}', String(Number(segment) + 1)));
      member = undefined;
    } else {
      const noun = MEMBERS[`${list}.${segment}`] ?? MEMBERS[segment];
      // A list names its items, so it is named only where it is wrong itself.
      if (member !== undefined && segments[depth - 1] !== 'duties') items.push(member);
      member = noun?.[index] ?? segment;
      list = segment;
    }
  });
  return member === undefined ? { items } : { items, member };
}

/** Chinese name of a member, for a suggestion. */
export const nounOf = (name: string): string => MEMBERS[name]?.[0] ?? name;
