/* What npx customs-widgets read says about a page, in English and Chinese. */
import type { ReadAgency } from '../agency/read-text/read-text.js';

/** How many of each kind were found. */
interface Counts {
  readonly duties: number;
  readonly tiers: number;
  readonly ranks: number;
  readonly links: number;
  readonly groups: number;
}

/** Counts what lists of an agency hold. */
function countsOf({ duties, ranks, links = [] }: ReadAgency): Counts {
  const tiers = ranks?.tracks.flatMap((track) => track.tiers) ?? [];
  const groups = links.filter((one) => 'group' in one);
  return {
    duties: duties?.items.length ?? 0,
    tiers: tiers.length,
    ranks: tiers.flatMap((tier) => tier.ranks).length,
    links: links.length - groups.length + groups.flatMap((group) => group.links).length,
    groups: groups.length,
  };
}

/** The members that a person expects to see, in the order of the file. */
const EXPECTED = [
  'name',
  'status',
  'level',
  'summary',
  'overview',
  'duties',
  'links',
  'url',
  'telephone',
  'address',
  'openingHours',
] as const;

type Expected = (typeof EXPECTED)[number];

const plural = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : one.replace(/y$/u, 'ie') + 's'}`;

/** The sentences of one language. */
export interface ReadWords {
  readonly input: string;
  readonly read: (file: string, isMarkup: boolean, name: string) => string;
  readonly counted: (counts: Counts) => string;
  readonly missing: (members: readonly Expected[]) => string;
  readonly check: string;
  readonly noFile: string;
  readonly notRead: (file: string) => string;
  readonly noText: (file: string) => string;
  readonly noPage: (file: string) => string;
}

const MEMBERS_IN_CHINESE: Readonly<Record<Expected, string>> = {
  name: '名称',
  status: '性质',
  level: '级别',
  summary: '简介',
  overview: '概况',
  duties: '职能',
  links: '链接',
  url: '官方网站',
  telephone: '电话',
  address: '地址',
  openingHours: '办公时间',
};

export const ENGLISH_READ: ReadWords = {
  input: 'the standard input',
  read: (file, isMarkup, name) => `Read ${file} as ${isMarkup ? 'HTML' : 'plain text'}: ${name}`,
  counted: ({ duties, tiers, ranks, links, groups }) =>
    [
      duties && plural(duties, 'duty'),
      ranks && `${plural(tiers, 'tier')} and ${plural(ranks, 'rank')}`,
      links && plural(links, 'link') + (groups ? ` in ${plural(groups, 'group')}` : ''),
    ]
      .filter(Boolean)
      .join(', '),
  missing: (members) => `not found: ${members.join(', ').replace('openingHours', 'opening hours')}`,
  check: 'These are guesses. Compare every value with the page before you publish it.',
  noFile: 'Name the file to read, or - for the standard input.',
  notRead: (file) => `${file} cannot be opened.`,
  noText: (file) =>
    `${file} is no text in a known encoding. Save it as HTML or as plain text first.`,
  noPage: (file) => `${file} is JSON, and no page. Use it as it is: --data ${file}`,
};

const CHINESE_INPUT = '标准输入';

export const CHINESE_READ: ReadWords = {
  input: CHINESE_INPUT,
  read: (file, isMarkup, name) =>
    `已按${isMarkup ? ' HTML ' : '纯文本'}读取${file === CHINESE_INPUT ? file : ` ${file}`}：${name}`,
  counted: ({ duties, tiers, ranks, links, groups }) =>
    [
      duties && `职能 ${duties} 项`,
      ranks && `衔级 ${tiers} 等 ${ranks} 级`,
      links && `链接 ${links} 个${groups ? `，分 ${groups} 组` : ''}`,
    ]
      .filter(Boolean)
      .join('；'),
  missing: (members) => `没有找到：${members.map((one) => MEMBERS_IN_CHINESE[one]).join('、')}`,
  check: '以上由程序识别，发布前请与原页面逐项核对。',
  noFile: '请写明要读取的文件；从标准输入读取时写 -。',
  notRead: (file) => `无法打开 ${file}。`,
  noText: (file) => `${file} 不是文本，或编码无法识别。请先另存为网页（HTML）或纯文本。`,
  noPage: (file) => `${file} 已经是 JSON，不是网页；可直接使用：--data ${file}`,
};

/** Says in lines what was read, what was not found, and what to do. */
export function summaryOf(
  file: string,
  kind: 'html' | 'text',
  agency: ReadAgency,
  words: ReadWords,
): string {
  const missing = EXPECTED.filter((member) => !agency[member]);
  return [
    words.read(file === '-' ? words.input : file, kind === 'html', agency.name),
    words.counted(countsOf(agency)),
    missing.length ? words.missing(missing) : '',
    words.check,
  ]
    .filter(Boolean)
    .join('\n');
}
