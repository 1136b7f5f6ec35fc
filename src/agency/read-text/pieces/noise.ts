/* Recognises lines that belong to the page and not to its text. */
import { simplified } from '../simplified.js';

const NOISE = new RegExp(
  `^(?:${[
    '扫一扫.*|首页|网站首页|返回(?:顶部|首页|上一页|列表)?|关闭(?:窗口|本页)?|打印(?:本页)?',
    '(?:打印|关闭|分享|收藏|字号|字体|大|中|小|默认|本页|窗口|[\\s：:【】\\[\\]|/·>-])+',
    '(?:上|下)一[篇条页].*',
    '.*(?:ICP备|公网安备|版权所有|网站标识码|未经.*转载).*',
    '无障碍.*|长者(?:模式|专区).*|网站地图|设为首页|加入收藏|登录|注册|搜索|更多>*|>+|简体|繁体|English|适老.*',
    '发表评论.*|评论(?:记录)?[：:]?|验证码|未查询到任何数据.*',
    'Skip to .*|Print(?: this page)?|Share(?: this page)?|Back to top|Home|Menu|Search|Close|Contents|Hide this message',
    'Is this page useful\\??|Report a problem.*|Cookies? .*|Accept .*cookies.*|(?:An )?official website of .*|US flag .*|用户登录|还没有账号.*|立即注册.*|维基文库.*|Here.s how you know.*',
    'From:.*|Get emails|Sign up for .*emails.*|©.*|Copyright.*|All content is available under.*',
  ].join('|')})$`,
  'iu',
);

/** What a page says before the path to it: 您所在的位置：, You are here: */
const HERE =
  '(?:(?:[您你](?:现在|目前|当前)?的?|现在|目前|当前)(?:所在|所处)?的?(?:位置|页面)|所在(?:位置|页面|栏目)|You are here|Breadcrumbs?)';

/** The path from the first page of a site to this one: 首页 / 政务公开 / …, Home › About us. */
const TRAIL = new RegExp(
  `^(?:${[
    `${HERE}.*`,
    '(?:网站|本站)?(?:首页|主页)(?:\\s*(?:[>›»→/|｜·]+|-+|::)\\s*[^。；]{1,60})+',
    // A menu: the other pages of the site beside the first one.
    '(?:网站|本站)?首页(?:\\s[\\p{Script=Han}]{2,8}){2,}',
    'Home(?: ?page)?(?:\\s*[>›»→|｜·]+\\s*|\\s+[/-]\\s+).*',
    '[^>›»→]{1,60}(?:\\s*[>›»→]+\\s*[^>›»→]{1,60}){2,}',
  ].join('|')})$`,
  'iu',
);

/** True for the path to a page, which has names in it and is none. */
export const isTrail = (text: string): boolean => text.length < 200 && TRAIL.test(simplified(text));

/** True for a line that no reader takes for the text: menus, tools, counters, the foot of the site. */
export const isNoise = (text: string): boolean =>
  text.length < 200 &&
  (NOISE.test(simplified(text)) || isTrail(text) || !/[\p{L}\p{N}]/u.test(text));
