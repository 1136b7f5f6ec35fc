import { RANK_HEADING } from '../agency/rank-outline.js';
import { isBody } from './organisations.js';
import { numberOf } from '../numbers.js';
import { withoutEnd } from '../../text-end.js';
import { simplified } from '../simplified.js';

/** What a part of a page tells. `start` is what stands before the first heading that says so. */
export type Section = 'start' | 'profile' | 'duties' | 'links' | 'contact' | 'ranks' | 'other';

/** Headings by what they announce. */
const HEADINGS: readonly (readonly [Section, RegExp])[] = [
  [
    'start',
    /(?:(?<=\p{Script=Han})(?<![内属设])机构设置|机构设置(?:和|及)(?:主要)?职[能责]|(?:职能配置|主要职责|职责配置)[、和]?内设机构(?:和|及)?人员编制(?:的)?(?:规定)?|“?三定”?(?:方案|规定))$/u,
  ],
  [
    'profile',
    /(?:(?:机构|单位|部门|基本|医院|学校|中心|本局|我局|我院|海关|本院|我校)?(?:概况|简介|介绍|情况简介|基本情况)|关于我们|About(?: us| the (?:agency|department|office|bureau|commission|authority|ministry))?|Who we are|Overview|(?:Our )?mission(?: statement)?|Introduction|Our purpose)$/iu,
  ],
  [
    'duties',
    /(?:主要(?:工作)?(?:职能|职责|职权|任务)|(?:机构|部门|单位|工作|法定|机关|职责|职能|岗位|主要)(?:职能|职责)(?:配置)?|职责范围|职能简介|职责|职能|(?:Our |Main |Key |Core )?(?:responsibilities|functions|duties)|What (?:we do|(?:the )?\w+ does)|Our role|Roles? and (?:responsibilities|functions)|Powers and duties)$/iu,
  ],
  [
    'links',
    /^(?:相关|友情|常用|网站|部门|政府)?(?:链接|网站|网站导航|站点)$|^相关$|^(?:(?:Related|Useful|Quick|External) )?(?:links|websites|sites)$|^See also$/iu,
  ],
  [
    'contact',
    /^(?:联系(?:我们|方式)|办公信息|联系信息|办公地址及联系方式|Contact(?: us| details| information)?|Get in touch|How to contact us|Headquarters)$/iu,
  ],
  ['ranks', RANK_HEADING],
  [
    'other',
    /^(?:.{0,20}(?:内设机构|机构设置|内设科室|科室设置|领导(?:信息|班子|介绍|简介|分工)?|人员编制|编制情况|下属单位|所属单位|直属单位|派出机构|历史沿革|职能转变|职责调整|职责分工|评论|附件|附则|荣誉|机构改革|信息公开)|Our priorities|Priorities|Who'?s who|Leadership|History|Corporate information|Organisation|Organization|Governance|News|Related content|Explore the topic|Jobs(?: and contracts)?|Our vision|Strategy)$/iu,
  ],
];

/** A heading that was understood. */
export interface Announcement {
  readonly section: Section;
  /** Whom it is about, if it says so: “海关总署——概况”. */
  readonly subject?: string;
}

/** Signs between the name of an agency and what the heading announces. */
const JOINT = /[\s—–\-_:：·|｜/的>》和及]+$/u;

/** Signs that only stand there between a name and a heading. */
const CLEAR_JOINT = /(?:[—–_:：·|｜/>]|\s-)\s*$/u;

/**
 * Understands a heading. The name of the agency may stand before the words: 某某局主要职责.
 *
 * @param isMarked - the author wrote it as a heading, so words before it may be anything
 */
export function announced(text: string, isMarked: boolean): Announcement | undefined {
  const bare = withoutEnd(numberOf(text)?.rest ?? text, /[：:\s]/u).replace(
    /^[【[](.*)[】\]]$/u,
    '$1',
  );
  if (bare.length > 60 || /[。；]/u.test(bare)) return undefined;
  const plain = simplified(bare);
  for (const [section, words] of HEADINGS) {
    const match = words.exec(plain);
    if (!match) continue;
    const before = bare.slice(0, match.index);
    const subject = before.replace(JOINT, '').replace(/^(?:关于|About\s+)/u, '');
    if (!subject) return { section };
    if (isBody(subject)) return { section, subject };
    if (isMarked && section !== 'profile') return { section };
    if (CLEAR_JOINT.test(before) && bare.length < 40) return { section, subject };
  }
  return undefined;
}
