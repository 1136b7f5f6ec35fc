import type { Role } from '../passage.js';
import type { BlockLink } from '../blocks/block.js';
import { linkInLine } from '../blocks/link-lines.js';
import { dayOf } from '../days.js';
import { simplified } from '../simplified.js';

/** What stands behind a label. */
export type LabelRole = Role | 'published';

/** A value with what the document prints before it. */
export interface Labelled {
  readonly label: string;
  readonly value: string;
  /**
   * `published` for the day of the page, which is a part of its source. `undefined` for what nobody
   * needs, for example how often a page was read.
   */
  readonly role: LabelRole | undefined;
}

const ANY = '';

/** Words before a colon, by the role of what follows. */
const LABELS: readonly (readonly [LabelRole | typeof ANY, string])[] = [
  [
    'unused',
    '[\\p{Script=Han}]{0,4}(?:投诉|监督|举报|信访)(?:电话|热线)|[\\p{Script=Han}]{0,4}邮箱(?:地址)?',
  ],
  [
    'telephone',
    '[\\p{Script=Han}]{0,8}?(?:电话|热线)(?:号码)?|(?:(?:[A-Z]|24)[A-Z\\d-]* ){0,3}(?:(?:Tele)?phone|Hotline|Helpline|Tel\\.?)(?: (?:number|line)s?)?|Non-?emergency(?: (?:number|line|dispatch))?|Call us|Main number',
  ],
  [
    'address',
    '[\\p{Script=Han}]{0,6}?地址|办公地点|Address|(?:Mailing|Street|Postal|Office) address|Headquarters',
  ],
  [
    'opening-hours',
    '(?:对外)?(?:办公|工作|上班|服务|开放|门诊|开馆|受理|接待)时间|Opening (?:hours|times)|(?:Office|Business|Working) hours|Hours(?: of operation)?',
  ],
  [
    'url',
    '(?:官方|门户|单位|机构|医院|学校|政府|部门|中心|公司|本[局院站校]|我[局院站校])?(?:网站|网址)|官网|(?:官方|网站|官网)(?:网址|地址)|(?:Official )?Web ?site|Web',
  ],
  [
    'published',
    '(?:发[布文稿]|公开|成文)(?:时间|日期)|(?:Date )?Published|Publication date|Posted',
  ],
  ['as-of', '更新(?:时间|日期)|(?:Page )?last (?:updated|reviewed|modified)|Updated'],
  ['source', '(?:信息|稿件|文章|内容)?来源|发布(?:机构|机关|单位|者)|Source'],
  ['name', '(?:单位|机构|机关|部门|医院|学校)(?:名称|全称)'],
  ['level', '(?:机构|单位|行政)(?:规格|级别)|行政等级'],
  ['status', '(?:机构|单位)(?:性质|类别|类型)'],
  [
    'unused',
    '传真|邮编|邮政编码|(?:电子)?邮箱|电子邮件|E-?mail|Fax|(?:主要)?负责人(?:姓名)?|法定代表人|交通路线|乘车路线|微信公众号',
  ],
  [
    ANY,
    '浏览(?:次数|量)?|点击(?:数|量|率|次数)?|阅读(?:次数|量|数)?|访问(?:次数|量)|字[号体](?:大小)?|作者|责任编辑|责编|编辑|审核|视力保护色|保护视力色|分享(?:到)?|索引号|发文字号|主题词|信息分类|打印|背景色|网站名称|主办(?:单位)?|承办(?:单位)?|备案号',
  ],
];

const anyLabel = LABELS.map(([, words]) => words).join('|');

/** A label with its colon, at the beginning of a line or after a blank or bracket. */
const LABEL = new RegExp(`(^|[\\s【\\[（(|；;，,。])(${anyLabel})\\s*[：:]\\s*`, 'giu');

const roleOf = (label: string): LabelRole | undefined => {
  const plain = simplified(label);
  const found = LABELS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(plain));
  return found?.[0] || undefined;
};

const ALONE = new RegExp(`^(?:${anyLabel})[：:]?$`, 'iu');

/** True for a text that is a label and nothing else, also with blanks in it: 地 址. */
export function isLabel(text: string): boolean {
  const plain = simplified(text);
  return ALONE.test(plain) || ALONE.test(plain.replace(/\s/gu, ''));
}

/** The page behind “官方网站：点击进入”. */
const siteAmong = (links: readonly BlockLink[]): string | undefined =>
  links.length === 1 && /^https?:/iu.test(links[0]!.address) ? links[0]!.address : undefined;

const labelled = (label: string, text: string, links: readonly BlockLink[]): Labelled => {
  const role = roleOf(label);
  // A bracket that closes behind the value was opened before its label.
  const isOpened = /[（(]/u.test(text);
  const value = text.replace(isOpened ? /[\s|，,；;】\]]+$/u : /[\s|，,；;】\]）)]+$/u, '');
  // An address of a page is no postal address, and a word about a site no address.
  const address = linkInLine(value)?.address ?? (role === 'url' ? siteAmong(links) : undefined);
  if (role === 'url' && !address) return { label, value, role: 'unused' };
  if (value.includes('@')) return { label, value, role: 'unused' };
  if (role === 'address' && address) return { label, value: address, role: 'url' };
  if (role === 'as-of' || role === 'published')
    return { label, value: dayOf(value) ?? '', role: dayOf(value) ? role : undefined };
  if (role === 'telephone' && !/\d/u.test(value)) return { label, value, role: 'unused' };
  return { label, value: role === 'url' ? address! : value, role };
};

/** Writes 地 址： and 电  话： as one word, and the colon that is missing in “Tel 020 1234”. */
const closed = (text: string): string =>
  text
    .replace(/(^|\s)(\p{Script=Han})\s+(\p{Script=Han})\s*(?=[：:])/gu, '$1$2$3')
    .replace(/(^|\s)((?:联系)?电话|(?:tele)?phone|tel\.?|hotline)\s+(?=[+(（]?\d)/giu, '$1$2: ');

/** Reads a line of labels and values: “电话：0512-… 地址：…”. Empty for any other line. */
export function labelledIn(line: string, links: readonly BlockLink[] = []): Labelled[] {
  const text = closed(line);
  const found = [...simplified(text).matchAll(LABEL)];
  // Words before the first label make it a sentence.
  if (!found.length || found[0]!.index + found[0]![1]!.length > 1) return [];
  return found.map((match, index) =>
    labelled(match[2]!, text.slice(match.index + match[0].length, found[index + 1]?.index), links),
  );
}

/** Reads the cells of a row as labels and values in turn. Empty if the first cell is no label. */
export function labelledCells(
  cells: readonly string[],
  links: readonly BlockLink[] = [],
): Labelled[] {
  if (cells.length < 2 || !isLabel(cells[0]!)) return [];
  const all: Labelled[] = [];
  for (let index = 0; index + 1 < cells.length; index += 2) {
    const label = cells[index]!.replace(/[：:]$/u, '');
    const closed = label.replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1');
    if (isLabel(closed)) all.push(labelled(closed, cells[index + 1]!, links));
  }
  return all;
}
