/* What each setting means, in English and Chinese. The key of a setting inside another has both names. */
import type { Language } from '../words/language.js';
import type { ModeratorSettings, Settings, SiteSettings } from './settings.js';

/** Group of settings → setting → sentence. */
export interface Descriptions {
  settings: Record<keyof Settings, string> & Record<string, string>;
  moderator: Record<keyof ModeratorSettings, string>;
  site: Record<keyof SiteSettings, string> & Record<string, string>;
}

const ENGLISH: Descriptions = {
  settings: {
    host: 'Address to listen on.',
    port: 'Port to listen on.',
    publicUrl:
      'Address under which browsers reach the service through a proxy, such as "https://www.example.gov.cn/comments". Needed in production: without it, the form and the moderation page send only under localhost and the origins of the sites.',
    trustProxy:
      'Proxies whose X-Forwarded-For is believed: "loopback", or their addresses. A wrong value makes all readers share one limit, or lets them pose as others.',
    databaseUrl: '"file:" and a path for SQLite, or a "postgres://" address.',
    databaseReadUrl:
      'Address of a PostgreSQL standby that public lists and counts are read from. The primary answers when it does not.',
    databasePool: 'Number of connections to PostgreSQL, and as many to the standby.',
    databaseWait: 'Seconds to wait at the start for a PostgreSQL that does not answer yet.',
    shutdownSeconds: 'Seconds that open requests may still take when the service is told to end.',
    secret:
      'At least 32 random characters, the same in all processes. SECRET_FILE names a file that holds them.',
    logLevel: 'What is logged. No level logs personal data.',
    moderators: 'Who may moderate. "customs-comment-server token" makes tokens without a restart.',
    moderatorsReply:
      'Whether moderators may also reply officially, as before version 0.3. With false, only publishers and administrators may.',
    staff: 'How staff sign in, besides tokens.',
    'staff.oidc':
      'The identity provider of the agency (OpenID Connect). It needs `publicUrl`, and sends people back to `publicUrl` with "/moderate" added: register that address with it.',
    'staff.oidc.issuer':
      'Its issuer, such as "https://login.example.gov.cn/realms/staff". Only one on this machine may do without TLS.',
    'staff.oidc.clientId': 'The name under which the service is registered with it.',
    'staff.oidc.clientSecret':
      'The password of the service there (client_secret_basic). OIDC_CLIENT_SECRET_FILE names a file that holds it. Without one, the service is a public client.',
    'staff.oidc.scopes': 'What is asked of it, separated by spaces.',
    'staff.oidc.nameClaim':
      'The claim with the name that the audit shows. Choose one that people cannot change themselves.',
    'staff.oidc.roleClaim':
      'The claim with the groups or roles of a person: its name, or a path such as "realm_access.roles".',
    'staff.oidc.roles':
      'Value of that claim → role and sites here, such as {"comments": {"role": "moderator", "sites": ["main"]}}. Without `sites`, all. Of several, the one that may do most counts.',
    'staff.oidc.sessionHours': 'Hours after which one has to sign in again.',
    'staff.oidc.idleMinutes': 'Minutes without a request after which one is signed out.',
    sites: 'Name and settings of each site. A name has only a-z, 0-9 and "-".',
  },
  moderator: {
    name: 'Shown in the audit.',
    tokenHash: 'Hash of the token, as "customs-comment-server token" prints it.',
    role: 'A reader only reads. A moderator decides on comments. A publisher also replies officially. An administrator may do everything: erase, see contacts, export, import, make tokens.',
    expires: 'Last day (UTC) on which the token is good, such as "2027-06-30".',
    sites: 'Names of sites; ["*"] means all.',
  },
  site: {
    origins: 'Origins of the pages that may use this site, such as "https://www.example.gov.cn".',
    open: 'Whether new comments are taken.',
    moderation: '"before" publishes after review, "after" at once.',
    contact: 'Whether the form asks for a contact. Readers never see it.',
    captcha: 'Kinds of captcha: "pow" (proof of work), "code" (typed digits). [] asks for none.',
    captchaCost:
      'Cost of one step of the proof of work, in PBKDF2 iterations. A proof takes 400 to 800 steps.',
    consent: 'The privacy notice: its version, and its six points in each language.',
    identity:
      "The site's own sign-in. Its tokens (JWT) tell the service who wrote; readers never see it.",
    'identity.required': 'Whether a comment needs a sign-in.',
    'identity.jwks': 'Address of the public keys (JWK Set) of the sign-in.',
    'identity.issuer': 'The `iss` that its tokens name.',
    'identity.audience': 'The `aud` that its tokens name.',
    reservedNames: 'Names that citizens may not take, besides the built-in ones such as 管理员.',
    officialName: 'The name that official replies carry.',
    twoPersons: 'What needs two persons: one proposes it, another one approves it within 7 days.',
    'twoPersons.erasing': 'Erasing by staff. Authors withdraw by themselves all the same.',
    'twoPersons.officialReplies': 'Official replies.',
    bodyLimit: 'Longest comment, in characters as readers see them.',
    pendingLimit:
      'Most comments that may wait for review; more are refused until some are decided. 0 sets no limit.',
    limits:
      'How often requests may come. One address may be a whole office, or hundreds of telephones behind one carrier.',
    'limits.comments': 'Comments of one address that are stored.',
    'limits.typedCodes':
      'Those of them that came with typed digits: a program reads digits at less cost than it computes a proof.',
    'limits.wrongCaptchas':
      'Wrong captchas of one address and kind. Beyond this, only that kind is refused.',
    'limits.challenges': 'Captchas for one address.',
    'limits.media': 'Pictures and sounds of captchas for one address, in each process.',
    'limits.sounds': 'Those of them that are sounds: a program reads them, too.',
    'limits.reports': 'Reports of one address.',
    'limits.network':
      'How many times as much as one address its network may do (IPv4 /24, IPv6 /48); 0 sets no limit.',
    'limits.thread': 'Comments on one thread, from all addresses.',
    'limits.site': 'Comments on all threads of the site, from all addresses.',
    'limits.siteTypedCodes':
      'Those of them that came with typed digits. Beyond this, only typed digits are refused.',
    'limits.*.max': 'Largest number within `seconds`; 0 sets no limit.',
    'limits.*.seconds': 'Length of that time.',
    retention: 'How long data is kept. null keeps it for good.',
    'retention.contactDays': 'Erases contact and identity after this many days.',
    'retention.pendingDays': 'Erases comments that nobody has reviewed after this many days.',
    'retention.rejectedDays': 'Erases rejected comments after this many days.',
    'retention.publishedDays': 'Erases published comments after this many days.',
  },
};

const CHINESE: Descriptions = {
  settings: {
    host: '监听地址。',
    port: '监听端口。',
    publicUrl:
      '浏览器经反向代理访问本服务的地址，例如 "https://www.example.gov.cn/comments"。正式运行必须设置：未设置时，无脚本表单和审核页面只能在 localhost 和各站点的 origins 下提交。',
    trustProxy:
      '信任哪些反向代理的 X-Forwarded-For："loopback"，或代理的地址。设置错误会使所有访客共用一个限额，或使访客可以冒用他人地址。',
    databaseUrl: 'SQLite 写 "file:" 加路径；PostgreSQL 写 "postgres://" 地址。',
    databaseReadUrl: 'PostgreSQL 备库的地址，公开列表和评论数从此读取；备库无应答时改由主库读取。',
    databasePool: 'PostgreSQL 连接数；备库另有同样多的连接。',
    databaseWait: '启动时最多等待 PostgreSQL 就绪的秒数。',
    shutdownSeconds: '收到停止信号后，最多再等多少秒让进行中的请求完成。',
    secret: '至少 32 个随机字符，各进程须相同；也可用 SECRET_FILE 指定存放密钥的文件。',
    logLevel: '日志级别。任何级别都不记录个人信息。',
    moderators: '可以审核的人员。用 "customs-comment-server token" 制作令牌则无须重启。',
    moderatorsReply:
      '审核员是否也可以发布官方回复（0.3 版以前如此）；false 表示只有发布员和管理员可以。',
    staff: '工作人员除令牌以外的登录方式。',
    'staff.oidc':
      '本单位的统一身份认证（OpenID Connect）。须设置 `publicUrl`；认证后回到 `publicUrl` 加 "/moderate" 的地址，请在认证系统登记这个地址。',
    'staff.oidc.issuer':
      '认证系统的 issuer，例如 "https://login.example.gov.cn/realms/staff"。除本机地址外必须使用 TLS。',
    'staff.oidc.clientId': '本服务在认证系统登记的客户端标识。',
    'staff.oidc.clientSecret':
      '本服务的客户端密码（client_secret_basic）；也可用 OIDC_CLIENT_SECRET_FILE 指定存放密码的文件。没有密码时作为公开客户端。',
    'staff.oidc.scopes': '向认证系统申请的范围，以空格分隔。',
    'staff.oidc.nameClaim': '操作记录所显示姓名的声明。请选用本人不能自行修改的声明。',
    'staff.oidc.roleClaim': '人员所属组或角色的声明：名称，或路径，例如 "realm_access.roles"。',
    'staff.oidc.roles':
      '该声明的值 → 在本服务的角色和站点，例如 {"comments": {"role": "moderator", "sites": ["main"]}}。不写 `sites` 表示全部站点。一人有多个值时，以权限最多的为准。',
    'staff.oidc.sessionHours': '多少小时后须重新登录。',
    'staff.oidc.idleMinutes': '多少分钟没有操作后自动退出。',
    sites: '各站点的名称和配置。名称只含 a-z、0-9 和 "-"。',
  },
  moderator: {
    name: '显示在操作记录中。',
    tokenHash: '令牌的哈希值，由 "customs-comment-server token" 给出。',
    role: '只读员（reader）只能查看；审核员（moderator）处理评论；发布员（publisher）还可以发布官方回复；管理员（administrator）拥有全部权限：永久删除、查看联系方式、导出、导入、制作令牌。',
    expires: '令牌有效的最后一天（UTC），例如 "2027-06-30"。',
    sites: '所负责站点的名称；["*"] 表示全部站点。',
  },
  site: {
    origins: '允许使用本站点的网页来源，例如 "https://www.example.gov.cn"。',
    open: '是否接收新评论。',
    moderation: '"before" 先审后发，"after" 先发后审。',
    contact: '表单是否询问联系方式。联系方式不会公开。',
    captcha: '验证码种类："pow"（工作量证明）、"code"（输入数字）；[] 表示不需要验证码。',
    captchaCost: '工作量证明每一步的计算量（PBKDF2 迭代次数）；一次证明需要 400 至 800 步。',
    consent: '个人信息处理说明：版本号，以及各语言的六项内容。',
    identity: '本网站自有的登录系统。其令牌（JWT）向服务说明评论者身份，不会公开。',
    'identity.required': '发表评论是否必须登录。',
    'identity.jwks': '登录系统公钥（JWK Set）的地址。',
    'identity.issuer': '令牌中 `iss` 的值。',
    'identity.audience': '令牌中 `aud` 的值。',
    reservedNames: '公众不得使用的称呼；“管理员”等内置名称无须填写。',
    officialName: '官方回复所用的名称。',
    twoPersons: '哪些操作须由两人完成：一人提议，另一人在 7 天内批准。',
    'twoPersons.erasing': '工作人员永久删除评论。评论者本人撤回不受影响。',
    'twoPersons.officialReplies': '官方回复。',
    bodyLimit: '评论的最多字数，按读者所见的字计。',
    pendingLimit: '待审核评论的最多条数；达到后暂不接收新评论，审核后恢复。0 表示不限。',
    limits: '次数限制。一个 IP 地址背后可能是整个单位，或同一运营商的数百部手机。',
    'limits.comments': '同一 IP 地址被接收的评论。',
    'limits.typedCodes': '其中用输入数字的验证码发表的评论：程序识别数字比计算证明更省力。',
    'limits.wrongCaptchas': '同一 IP 地址同一种验证码的错误次数；超过后只拒绝该种验证码。',
    'limits.challenges': '同一 IP 地址获取验证码。',
    'limits.media': '同一 IP 地址获取验证码图片和语音，按进程计。',
    'limits.sounds': '其中的语音：程序同样能够识别。',
    'limits.reports': '同一 IP 地址举报。',
    'limits.network': '同一网段（IPv4 /24、IPv6 /48）的次数是单个地址的多少倍；0 表示不限。',
    'limits.thread': '同一主题来自所有地址的评论。',
    'limits.site': '整个站点来自所有地址的评论。',
    'limits.siteTypedCodes': '其中用输入数字的验证码发表的评论；超过后只拒绝输入数字的验证码。',
    'limits.*.max': '在 `seconds` 秒内的最多次数；0 表示不限。',
    'limits.*.seconds': '计数的时间长度（秒）。',
    retention: '各类数据的保存期限；null 表示不自动删除。',
    'retention.contactDays': '联系方式和身份在多少天后删除。',
    'retention.pendingDays': '无人审核的评论在多少天后删除。',
    'retention.rejectedDays': '未通过的评论在多少天后删除。',
    'retention.publishedDays': '已发布的评论在多少天后删除。',
  },
};

/** What the settings mean, in one language. */
export const descriptionsIn = (language: Language): Descriptions =>
  language === 'en' ? ENGLISH : CHINESE;
