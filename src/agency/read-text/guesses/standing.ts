/* Finds in sentences what an agency is by law, and on which level it stands. */
import { sentencesOf } from '../sentences.js';
import { simplified } from '../simplified.js';

/** A value and the sentence that it was found in. */
export interface Found {
  readonly text: string;
  readonly from: string;
}

const CHINESE_STATUS =
  /(?:是|属于|(?:^|[^名称成作改变])为|(?:^|[^联关体])系)((?:(?!是|为|系|属于)[^，。；：（(])*?(?:机构|部门|单位|机关|医院|学校|中学|小学|高中|初中|幼儿园|大学|学院|高校|图书馆|博物馆|监狱|银行|国家局))(?=[，。；（(]|$)/u;

/** The grade of a hospital, which is what it is by law. */
const HOSPITAL = /([一二三]级[甲乙丙特]等(?:综合|专科|中医)?(?:性)?医院)/u;

const CHINESE_LEVEL =
  /(?:为|是|的|规格|级别|，|（|\()((?:相当于?)?(?:正|副)?(?:厅（局）|部|省|省部|厅|厅局|地厅|市厅|局|司局|司|处|县处|县|科|乡科|股|副省)级)(?:单位|机构|事业单位|部门|建制)?(?=[，。；）)、\s]|$)/u;

const BODY =
  'executive agency|non-ministerial (?:government )?department|ministerial department|(?:executive |advisory )?non-departmental public body|public corporation|statutory (?:authority|body|agency|corporation)|crown (?:entity|agent|corporation)|(?:government|public|federal|state|regulatory|independent|national|law enforcement|enforcement|scientific|operating)(?: [a-z]+)?,? (?:agency|department|body|commission|authority|bureau|service|office)|(?:agency|bureau|department|office|division|component|arm|part)(?= (?:of|within|in) )';

const ENGLISH_STATUS = new RegExp(
  `\\b(?:is|are) (?:an?|the(?= official)) ((?:(?!only|first|largest|same)[\\w-]+,? ){0,4}?(?:${BODY})(?:,? (?:of|within|in|under|sponsored by|reporting to) (?:U\\.[SK]\\.|[^.,;])*?)?)(?=[.,;]| (?:that|which|with|whose|responsible|and|tasked|charged|established|created|working) |$)`,
  'iu',
);

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Leaves out what a long description says before the kind of body: 集医疗、教学于一体的. */
function shortened(status: string): string {
  const bare = status.replace(/^一(?:所|家|个|座)/u, '');
  const last = bare.lastIndexOf('的');
  return bare.length > 20 && last > 0 && bare.length - last > 4 ? bare.slice(last + 1) : bare;
}

/** Finds the legal standing, for example 国务院直属机构. */
export function statusIn(text: string): Found | undefined {
  for (const from of sentencesOf(text)) {
    const plain = simplified(from);
    const chinese = CHINESE_STATUS.exec(plain) ?? HOSPITAL.exec(plain);
    if (chinese && chinese[1]!.length > 3) {
      // The words are taken from the sentence itself, in its own characters.
      const start = chinese.index + chinese[0].indexOf(chinese[1]!);
      return { text: shortened(from.slice(start, start + chinese[1]!.length)), from };
    }
    const english = ENGLISH_STATUS.exec(from)?.[1];
    if (english) return { text: capitalised(english.trim()), from };
  }
  return undefined;
}

/** Finds the administrative level, for example 正部级. */
export function levelIn(text: string): Found | undefined {
  for (const from of sentencesOf(text)) {
    const match = CHINESE_LEVEL.exec(simplified(from));
    if (!match) continue;
    const start = match.index + match[0].indexOf(match[1]!);
    return { text: from.slice(start, start + match[1]!.length), from };
  }
  return undefined;
}
