import type { Finding } from '../problem.js';
import { explainFault, faultOf } from './json-fault.js';
import { nounOf, placeOf } from './nouns.js';

/* Puts problems into sentences: the place, the rule, and the value. */

/** What a value is not, by the rule that it breaks. `{0}` is the value. Chinese, English. */
const RULES: Readonly<Record<string, readonly [string, string]>> = {
  words: ['应为文字，不能空着', 'has to be a text that is not blank'],
  text: ['“{0}”应为文字，要写在引号里', '“{0}” has to be a text, in quotation marks'],
  number: ['“{0}”只有编号，没有内容', '“{0}” is a number without content'],
  day: ['“{0}”不是日期', '“{0}” is not a date'],
  site: ['“{0}”不是网站的地址', '“{0}” is not the address of a site'],
  address: [
    '“{0}”不能用作链接：只能是网页、mailto: 或 tel: 地址',
    '“{0}” cannot be a link: only addresses of pages, mailto: and tel: can',
  ],
  link: ['“{0}”里没有网址', '“{0}” has no address'],
  relative: [
    '“{0}”是相对地址，而这里不知道网页的地址',
    '“{0}” is relative, and the address of the page is not known here',
  ],
  language: ['“{0}”不是语言标签', '“{0}” is not a language tag'],
  identifier: [
    '“{0}”只能由小写字母、数字和连字符组成，以字母开头',
    '“{0}” may have small letters, digits and hyphens only, and begins with a letter',
  ],
  article: ['“{0}”应为 1 以上的整数', '“{0}” has to be a whole number from 1'],
  years: ['“{0}”应为 0 以上的整数', '“{0}” has to be a whole number from 0'],
  array: ['应为列表（写在方括号里）', 'has to be a list, in square brackets'],
  object: ['应为写在花括号里的内容', 'has to be an object, in braces'],
  boolean: ['应为 true 或 false', 'has to be true or false'],
  json: ['读不出来，里面有不属于 JSON 的内容', 'has to be plain JSON'],
};

/** Words used where there is no value to quote. */
const NOTHING = ['空', 'nothing'] as const;

/** A noun in the plural, in English. */
const PLURAL = /^the (?!address|status)(?:\w+ )?\w+s(?= of |,|$)/;

const capital = (sentence: string): string => sentence[0]!.toUpperCase() + sentence.slice(1);

/** Last segment of an address: the name that webmasters know the file by. */
function fileOf(address: string): string {
  const name = /[^/]*$/.exec(address.replace(/[?#].*$/, ''))![0] || address;
  try {
    return decodeURI(name);
  } catch {
    // The address was encoded in GBK.
    return name;
  }
}

/** True if letters were lost before. They are not quoted: they look like a fault of this page. */
const isDamaged = (value = ''): boolean => value.includes('\uFFFD');

function explainFile({ code, detail, value = '' }: Finding, chinese: boolean): string {
  const file = value && fileOf(value);
  switch (code) {
    case 'status':
      if (detail === '404' || detail === '410') {
        return chinese ? `${file} 没有找到（${detail}）` : `${file} was not found (${detail})`;
      }
      return chinese
        ? `${file} 读不到：服务器返回状态 ${detail}`
        : `${file} cannot be read: the server answered ${detail}`;
    case 'encoding':
      return chinese
        ? `${file} 的文字编码无法识别，请另存为 UTF-8`
        : `${file} is in no known encoding; save it as UTF-8`;
    case 'network':
      return chinese
        ? `${file} 读不到：没有网络连接`
        : `${file} cannot be read: there is no answer`;
    default: {
      const fault = faultOf(detail);
      const sentence = fault ? explainFault(fault, chinese) : detail;
      return file ? `${file}${chinese ? '：' : ': '}${sentence}` : sentence;
    }
  }
}

function explainSource({ code, detail, value = '' }: Finding, chinese: boolean): string {
  if (code === 'markup') {
    return chinese
      ? `元素里的内容读不成数据；可以写成 ${detail}`
      : `The content inside the element cannot be read as data; it can be ${detail}`;
  }
  if (!detail) return chinese ? `${value} 不是地址` : `${value} is not an address`;
  return chinese ? `${value} 不能用；可用：${detail}` : `${value} cannot be used; use ${detail}`;
}

/** Names the place: 第 3 项职能的标题, the title of duty 3. */
function phraseOf(pointer: string, chinese: boolean): string {
  const { items, member } = placeOf(pointer, chinese);
  const [whole, joint] = chinese ? ['资料', ''] : ['the data', ' of '];
  const around = chinese ? items.join('') : [...items].reverse().join(', ');
  if (member === undefined) return around || whole;
  if (!items.length) return member;
  return chinese ? `${around}的${member}` : `${member}${joint}${around}`;
}

function explainMissing(pointer: string, chinese: boolean): string {
  const { items, member = chinese ? '内容' : 'content' } = placeOf(pointer, chinese);
  if (chinese) return `${items.join('')}缺少${member}`;
  const around = [...items].reverse().join(', ') || 'the data';
  return capital(`${around} lacks ${member}`);
}

function explainDamaged(place: string, chinese: boolean): string {
  return chinese
    ? `${place}有乱码，请把文件另存为 UTF-8`
    : capital(
        `${place} ${PLURAL.test(place) ? 'have' : 'has'} damaged letters; save the file as UTF-8`,
      );
}

function explainUnknown({ pointer, detail, value = '' }: Finding, chinese: boolean): string {
  const around = pointer.replace(/\/[^/]*$/, '');
  const place = phraseOf(around, chinese);
  if (isDamaged(value)) return explainDamaged(place, chinese);
  if (chinese) {
    const hint = detail ? `；是否应为“${detail}”（${nounOf(detail)}）？` : '，已忽略';
    return `${place}中没有“${value}”这一项${hint}`;
  }
  const hint = detail ? `; is “${detail}” meant?` : '; it is left out';
  return capital(`${place} ${PLURAL.test(place) ? 'have' : 'has'} no member “${value}”${hint}`);
}

function explainReference({ pointer, detail, value = '' }: Finding, chinese: boolean): string {
  const place = phraseOf(pointer, chinese);
  // The reader has taken numbers away, so only a number alone is left in a title.
  const rule = RULES[/\/title$/.test(pointer) ? 'number' : detail];
  if (rule) return explainRule(place, rule, value, chinese);
  return chinese
    ? `${place}：“${value}”重复、不存在或次序不对`
    : capital(`${place}: “${value}” is used twice, unknown or out of order`);
}

function explainRule(
  place: string,
  rule: readonly [string, string],
  value: string | undefined,
  chinese: boolean,
): string {
  const index = chinese ? 0 : 1;
  const words = rule[index].replace('{0}', value || NOTHING[index]);
  if (chinese) return place + words;
  return capital(`${place}: ${words}`).replace(
    /: has to/,
    PLURAL.test(place) ? ' have to' : ' has to',
  );
}

function explainFormat({ pointer, detail, value }: Finding, chinese: boolean): string {
  const place = phraseOf(pointer, chinese);
  if (isDamaged(value)) return explainDamaged(place, chinese);
  const rule = RULES[detail] ?? [
    `“{0}”应为以下之一：${detail}`,
    `“{0}” has to be one of: ${detail}`,
  ];
  return explainRule(place, rule, value, chinese);
}

/**
 * Says what is wrong, in one sentence with the place, the rule and the value.
 *
 * @param language - BCP 47 tag: Chinese for `zh`, else English
 */
export function explain(finding: Finding, language: string): string {
  const chinese = /^zh\b/i.test(language);
  switch (finding.code) {
    case 'missing':
      return explainMissing(finding.pointer, chinese);
    case 'unknown':
      return explainUnknown(finding, chinese);
    case 'format':
      return explainFormat(finding, chinese);
    case 'reference':
      return explainReference(finding, chinese);
    case 'markup':
    case 'setting':
      return explainSource(finding, chinese);
    default:
      return explainFile(finding, chinese);
  }
}
