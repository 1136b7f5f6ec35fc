/* What the service says when it refuses a request. */
import type {
  FieldProblemKey,
  LimitUnit,
  ProblemKey,
  SignInProblem,
  TokenProblem,
} from '../contract/problems.js';
import type { Language } from './language.js';

interface Words {
  title: string;
  detail?: string;
}

const PROBLEMS: Record<Language, Record<ProblemKey, Words>> = {
  'zh-Hans': {
    malformed: { title: '请求无法读取', detail: '内容须为有效的 UTF-8 编码 JSON。' },
    'idempotency-key': {
      title: '缺少有效的 Idempotency-Key',
      detail:
        '每份草稿须带一个 16 至 255 个可见 ASCII 字符的键，重试时不变。键须随机生成：至少 5 种不同字符，不得由同一片段重复而成。',
    },
    unauthorized: { title: '请先登录', detail: '令牌缺失或无效。' },
    forbidden: { title: '没有权限' },
    origin: { title: '此网页不得使用本评论服务' },
    closed: { title: '评论已关闭' },
    identity: { title: '请先登录本网站再发表评论' },
    'sign-in': { title: '登录未成功' },
    'second-person': {
      title: '须由另一人批准',
      detail: '提议人本人不能批准，用提议人制作的令牌也不能。',
    },
    'not-found': { title: '未找到' },
    'in-flight': { title: '同一份评论正在提交', detail: '请稍后用同一键重试。' },
    conflict: { title: '当前状态不允许此操作' },
    held: { title: '此评论须依法保存', detail: '解除保存后才能删除。' },
    'already-received': {
      title: '此评论早已收到',
      detail: '收到已超过 24 小时，不再重发回执编号。无需再次提交。',
    },
    stale: { title: '内容已被他人更改', detail: '请刷新后再操作。' },
    'too-large': { title: '内容过大', detail: '请缩短内容后再提交。' },
    'media-type': { title: '不支持的内容类型' },
    validation: { title: '填写有误', detail: '请按提示更正后再提交。' },
    'idempotency-key-reused': { title: '此键已用于另一份评论', detail: '请为新的草稿换用新的键。' },
    captcha: { title: '验证码未通过', detail: '请重新验证，已填写的内容不会丢失。' },
    parent: { title: '所回复的评论不存在或不可见' },
    consent: { title: '个人信息处理说明已更新', detail: '请阅读新版说明后重新确认。' },
    cursor: { title: '分页标记无效', detail: '请从第一页重新开始。' },
    checksum: { title: '文件不完整或已被改动', detail: '没有导入任何内容。' },
    'precondition-required': { title: '缺少 If-Match', detail: '请先读取当前版本。' },
    'queue-full': {
      title: '待审核的评论过多，暂不接收新评论',
      detail: '请稍后再试，已填写的内容不会丢失。',
    },
    'rate-limited': { title: '操作过于频繁', detail: '请稍后再试，已填写的内容不会丢失。' },
    internal: { title: '服务出错', detail: '请稍后再试；如仍出错，请告知请求编号。' },
    unavailable: { title: '服务暂不可用', detail: '请稍后用同一键重试，评论不会重复。' },
  },
  en: {
    malformed: { title: 'The request cannot be read', detail: 'Send valid JSON in UTF-8.' },
    'idempotency-key': {
      title: 'A valid Idempotency-Key is missing',
      detail:
        'Send one key of 16 to 255 visible ASCII characters a draft, and keep it for retries. Draw it at random: it needs 5 different characters, and must not be one pattern again and again.',
    },
    unauthorized: { title: 'Sign in first', detail: 'The token is missing or wrong.' },
    forbidden: { title: 'Not allowed' },
    origin: { title: 'This page may not use the comment service' },
    closed: { title: 'Comments are closed' },
    identity: { title: 'Sign in to this site before you comment' },
    'sign-in': { title: 'You were not signed in' },
    'second-person': {
      title: 'Another person has to approve it',
      detail: 'Not the one who proposed it, nor anybody with a token that the proposer made.',
    },
    'not-found': { title: 'Not found' },
    'in-flight': {
      title: 'The same comment is being sent',
      detail: 'Try again in a moment with the same key.',
    },
    conflict: { title: 'Its present state does not allow this' },
    held: {
      title: 'This comment is kept by order',
      detail: 'It can be erased when the hold is lifted.',
    },
    'already-received': {
      title: 'This comment was received long ago',
      detail:
        'That is more than 24 hours ago, so its receipt number is not given again. There is no need to send it again.',
    },
    stale: { title: 'Somebody else has changed it', detail: 'Load it again before you decide.' },
    'too-large': { title: 'Too large', detail: 'Shorten the text, then send it again.' },
    'media-type': { title: 'This media type is not supported' },
    validation: { title: 'Something needs correcting', detail: 'Correct it and send again.' },
    'idempotency-key-reused': {
      title: 'This key belongs to another comment',
      detail: 'Take a new key for a new draft.',
    },
    captcha: {
      title: 'The verification did not pass',
      detail: 'Verify once more; nothing you wrote is lost.',
    },
    parent: { title: 'The comment to reply to does not exist or is not public' },
    consent: {
      title: 'The privacy notice has changed',
      detail: 'Read the new notice and agree again.',
    },
    cursor: { title: 'The cursor is not valid', detail: 'Start again with the first page.' },
    checksum: {
      title: 'The file is incomplete or was changed',
      detail: 'Nothing was imported.',
    },
    'precondition-required': { title: 'If-Match is missing', detail: 'Read the present version.' },
    'queue-full': {
      title: 'Too many comments wait for review; no new ones are taken at present',
      detail: 'Try again later; nothing you wrote is lost.',
    },
    'rate-limited': {
      title: 'Too many requests',
      detail: 'Try again later; nothing you wrote is lost.',
    },
    internal: {
      title: 'Something went wrong',
      detail: 'Try again later. If it stays so, report the request id.',
    },
    unavailable: {
      title: 'The service is not available at present',
      detail: 'Try again later with the same key; nothing is stored twice.',
    },
  },
};

const FIELDS: Record<Language, Record<FieldProblemKey, string>> = {
  'zh-Hans': {
    required: '必填。',
    blank: '请填写内容。',
    'too-long': '内容过长，最多 {limit} 个字。',
    'too-many-bytes': '表情或特殊符号过多，占用的空间太大，请删去一些。',
    'too-short': '内容过短。',
    'wrong-type': '类型不正确。',
    'not-allowed': '不允许此值。',
    'unknown-field': '不认识的字段。',
    format: '格式不正确。',
    'combining-marks': '叠加符号过多，无法辨认。',
    'reserved-name': '此名称保留给网站使用，请换一个。',
  },
  en: {
    required: 'This is required.',
    blank: 'Enter some text.',
    'too-long': 'This is too long: at most {limit}.',
    'too-many-bytes': 'Emoji or marks make this take too much room; remove some of them.',
    'too-short': 'This is too short.',
    'wrong-type': 'This is of the wrong type.',
    'not-allowed': 'This value is not allowed.',
    'unknown-field': 'This field is not known.',
    format: 'This is not in the right format.',
    'combining-marks': 'This carries too many combining marks to be read.',
    'reserved-name': 'This name is reserved for the site; choose another one.',
  },
};

/** Why a token was refused. */
const TOKENS: Record<Language, Record<TokenProblem, string>> = {
  'zh-Hans': {
    missing: '缺少令牌。',
    wrong: '令牌不正确。',
    expired: '令牌已到期。',
    revoked: '令牌已被撤销。',
    idle: '长时间没有操作，登录已结束。',
  },
  en: {
    missing: 'The token is missing.',
    wrong: 'The token is wrong.',
    expired: 'The token has expired.',
    revoked: 'The token was revoked.',
    idle: 'You were away for too long, and were signed out.',
  },
};

/** The same about a limit that counts no characters. */
const LIMITS: Record<
  Language,
  Record<Exclude<LimitUnit, 'characters'>, Partial<Record<FieldProblemKey, string>>>
> = {
  'zh-Hans': {
    bytes: { 'too-long': '内容过长，按 UTF-8 编码最多 {limit} 个字节。' },
    items: {
      'too-long': '项目过多，最多 {limit} 项。',
      'too-short': '项目过少，至少 {limit} 项。',
    },
    value: { 'too-long': '数值过大，最大为 {limit}。', 'too-short': '数值过小，最小为 {limit}。' },
  },
  en: {
    bytes: { 'too-long': 'This is too long: at most {limit} bytes of UTF-8.' },
    items: {
      'too-long': 'These are too many: at most {limit}.',
      'too-short': 'These are too few: at least {limit}.',
    },
    value: {
      'too-long': 'This is too large: at most {limit}.',
      'too-short': 'This is too small: at least {limit}.',
    },
  },
};

/** Why a sign-in at the identity provider did not work. */
const SIGN_INS: Record<Language, Record<SignInProblem, string>> = {
  'zh-Hans': {
    wrong: '统一身份认证的答复未通过核对，请重新登录。',
    expired: '登录用时过长，已失效，请重新登录。',
    used: '这次登录已经用过，请重新登录。',
    foreign: '这次登录不是在此标签页开始的，请重新登录。',
    cancelled: '您在统一身份认证中取消了登录。',
    'no-role': '您的账号没有评论审核的角色，请联系管理员。这次尝试已记录。',
    'no-name': '您的账号没有可用的姓名，请联系管理员。',
    provider: '统一身份认证暂时没有答复，请稍后重试。',
  },
  en: {
    wrong: 'The answer of the identity provider did not pass the checks. Please sign in again.',
    expired: 'Signing in took too long. Please sign in again.',
    used: 'This sign-in was used before. Please sign in again.',
    foreign: 'This sign-in was not begun in this tab. Please sign in again.',
    cancelled: 'You cancelled the sign-in at the identity provider.',
    'no-role':
      'Your account has no role in the moderation. Please ask an administrator. This attempt was recorded.',
    'no-name': 'Your account has no name that can be used. Please ask an administrator.',
    provider: 'The identity provider does not answer at present. Please try again later.',
  },
};

/** Title and detail of a problem. */
export function problemWords(language: Language, key: ProblemKey, reason?: string): Words {
  const words = PROBLEMS[language][key];
  if (reason === undefined) return words;
  if (key === 'unauthorized') {
    return { ...words, detail: TOKENS[language][reason as TokenProblem] };
  }
  // Only a sign-in gives a reason for `unavailable`.
  if (key === 'sign-in' || key === 'unavailable') {
    return { ...words, detail: SIGN_INS[language][reason as SignInProblem] };
  }
  return words;
}

/** What is wrong with a field, in words. */
export function fieldDetail(
  language: Language,
  {
    key,
    limit,
    unit = 'characters',
  }: {
    key: FieldProblemKey;
    limit?: number | undefined;
    unit?: LimitUnit | undefined;
  },
): string {
  const own = unit === 'characters' ? undefined : LIMITS[language][unit][key];
  return (own ?? FIELDS[language][key]).replace('{limit}', String(limit ?? ''));
}
