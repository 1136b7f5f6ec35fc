/* Recognises lines that belong to the page and not to its text. */
import { simplified } from '../simplified.js';

const NOISE = new RegExp(
  `^(?:${[
    '手机查看|扫一扫.*|首页|网站首页|返回(?:顶部|首页|上一页|列表)?|关闭(?:窗口|本页)?|打印(?:本页)?',
    '(?:打印|关闭|分享|收藏|字号|字体|大|中|小|默认|本页|窗口|[\\s：:【】\\[\\]|/·>-])+',
    '(?:您?(?:现在)?的?(?:当前)?(?:所在)?位置).*',
    '[^>›»]{1,20}(?:\\s*[>›»]\\s*[^>›»]{1,30}){2,}',
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

/** True for a line that no reader takes for the text: menus, tools, counters, the foot of the site. */
export const isNoise = (text: string): boolean =>
  text.length < 200 && (NOISE.test(simplified(text)) || !/[\p{L}\p{N}]/u.test(text));
