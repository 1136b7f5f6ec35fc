/* What the command says to an operator, in English and Chinese. */
import type { Language } from './language.js';
import type { StaffToken } from '../contract/staff.js';
import { DEFAULT_FILE } from '../configuration/template.js';

const ENGLISH = {
  usage: `Usage: customs-comment-server [command] [options]

Commands:
  (none)         starts the service
  init           writes ${DEFAULT_FILE} with a new secret, the token of a first administrator
                 and the name of the office, which it asks for
  token NAME     makes a token for a member of staff; it is good at once, and for 90 days
  token list     lists the tokens
  token revoke NAME
                 revokes all tokens of a member of staff; they are good for no further request
  check          reads the configuration and says what is wrong with it
  backup FILE    copies a SQLite database, also while the service runs
  merge          brings the comments of pages together that an older version has kept under several
                 ways to write one path; the service does so, too, when it starts
  merge FROM TO  moves the comments of the thread FROM to the thread TO, for a page that has moved
  audit verify   checks that no entry of the audit was changed or removed, and prints the head of the
                 chain (number:hash); ends with 3 when an entry is wrong. Keep the head elsewhere
  openapi        prints the OpenAPI document of the service
  help           prints this text

Options:
  --config FILE  reads the settings from this file
  --site NAME    names the site of "merge FROM TO", or the only one that "audit verify" is to check
  --head HEAD    a head that you kept: "audit verify" checks that it belongs to the chain of the site
  --office NAME  names the office for "init"; once more for each short form or abbreviation
  --dry-run      lets "merge" say what it would do, and change nothing
  --role ROLE    of "token NAME": reader, moderator (the default), publisher or administrator
  --sites A,B    of "token NAME": the sites; "*" means all
  --days DAYS    of "token NAME": how long it is good, at most 366
  --line         lets "token NAME" make no token but print a line for "moderators" in the configuration
  --lang TAG     speaks English (en) or Chinese (zh-Hans); without it, the language of the terminal
                 decides (LC_ALL, LC_MESSAGES, LANG)
  --version      prints the version
  --help         prints this text

The settings are in a JSON file: the one of --config, else the one that the variable CONFIG names,
else ${DEFAULT_FILE} in the current folder. These variables override it:`,
  secretFile: 'a file that holds the secret',
  clientSecretFile: 'a file that holds staff.oidc.clientSecret',
  settings: 'Settings:',
  moderator: 'Settings of a moderator:',
  site: 'Settings of a site:',
  between: ' ',
  oneOf: (values: string[]) => `One of ${values.join(', ')}.`,
  byDefault: (value: string) => `Default: ${value}.`,
  wrote: `Wrote ${DEFAULT_FILE}. Complete what is marked […] in it, then start the service.`,
  isThere: `${DEFAULT_FILE} exists already.`,
  askOffice: [
    'Full name of the office. Official replies carry it, and no citizen may use it:',
    'Its short forms, abbreviations and names in other languages, separated by commas (may be empty):',
  ],
  administratorToken: 'Token of the administrator, shown only now:',
  moderatorToken: (name: string) => `Token for ${name}, shown only now:`,
  moderatorLine: 'For "moderators" in the configuration:',
  nameModerator:
    'Name the member of staff: customs-comment-server token NAME, or token revoke NAME. "token list" lists them.',
  noRole: (roles: string[]) => `The option --role is one of ${roles.join(', ')}.`,
  nameSites: (sites: string[]) =>
    `Name the sites with --sites, separated by commas (${sites.join(', ')}); "*" means all.`,
  badDays: (most: number) => `The option --days is a whole number from 1 to ${most}.`,
  tokenUntil: (day: string) => `It is good until ${day}.`,
  tokenKind: { configured: 'configuration', token: 'token', session: 'sign-in' } as Record<
    StaffToken['kind'],
    string
  >,
  tokenGood: (until: string | null) => (until ? `good until ${until.slice(0, 10)}` : 'good'),
  tokenOver: ({ revokedAt, revokedBy, expiresAt }: StaffToken) =>
    revokedAt
      ? `revoked on ${revokedAt.slice(0, 10)} by ${revokedBy}`
      : `expired on ${expiresAt?.slice(0, 10)}`,
  noToken: (name: string) => `Nobody named "${name}" has a token that is good.`,
  revoked: (name: string, count: number) => `Tokens of ${name} that were revoked: ${count}.`,
  complete: 'The configuration is complete.',
  waiting: 'Waiting for the PostgreSQL server …',
  nameCopy: 'Name the copy: customs-comment-server backup FILE',
  copied: (file: string) => `The copy is complete: ${file}`,
  namePair: (sites: string[]) =>
    `Name both threads and their site (${sites.join(', ')}): customs-comment-server merge FROM TO --site NAME`,
  noThread: (site: string, thread: string) => `The site ${site} has no thread "${thread}".`,
  merged: (site: string, from: string, to: string, comments: number) =>
    `${site}: ${from} → ${to} (comments: ${comments})`,
  mergedAll: (threads: number) => `Merged threads: ${threads}.`,
  dryRun: (threads: number) => `Threads to merge: ${threads}. Nothing was changed.`,
  nameSite: (sites: string[]) => `Name the site (${sites.join(', ')}) with --site.`,
  noHead: 'Write the head as "audit verify" prints it: number:hash.',
  auditRight: (site: string, sequence: number, hash: string, waiting: number) =>
    `${site}: unchanged. Head: ${sequence}:${hash}${waiting ? ` (not linked yet: ${waiting})` : ''}`,
  auditEmpty: (site: string) => `${site}: no entry is linked yet.`,
  auditWrong: (site: string, sequence: number, kind: 'changed' | 'missing' | 'head') =>
    `${site}: entry ${sequence} ${
      {
        changed: 'was changed',
        missing: 'is missing',
        head: 'is not the one whose hash was kept: the chain was written anew',
      }[kind]
    }.`,
  noCommand: (command: string) => `There is no command "${command}". Try --help.`,
  noLanguage: (tag: string) => `There is no language "${tag}": use en or zh-Hans.`,
};

const CHINESE: typeof ENGLISH = {
  usage: `用法：customs-comment-server [命令] [选项]

命令：
  （无）         启动服务
  init           生成 ${DEFAULT_FILE}，内含新的密钥和单位名称（执行时询问），
                 并显示首位管理员的令牌
  token 名称     为一名工作人员制作令牌，立即生效，有效期 90 天
  token list     列出全部令牌
  token revoke 名称
                 撤销一名工作人员的全部令牌，立即失效
  check          读取配置，指出其中的错误
  backup 文件    备份 SQLite 数据库，服务运行时也可执行
  merge          旧版本把同一网页路径的不同写法当作不同网页，此命令合并它们的评论；
                 服务启动时也会自动合并
  merge 原 新    把评论从“原”移到“新”（均为 thread 的值），用于网页地址变更之后
  audit verify   核对操作记录有无改动或缺失，并显示最新一条的序号和哈希值；发现问题时退出码为 3。
                 请把显示的“序号:哈希值”另行保存
  openapi        输出本服务的 OpenAPI 文档
  help           显示本说明

选项：
  --config 文件  从此文件读取配置
  --site 站点    指定“merge 原 新”所在的站点，或 audit verify 只核对的站点
  --head 哈希    您先前保存的“序号:哈希值”：audit verify 核对它是否属于该站点的记录
  --office 名称  为 init 指定单位全称；简称、缩写等各用一次 --office
  --dry-run      只显示 merge 将合并什么，不作改动
  --role 角色    用于“token 名称”：reader（只读员）、moderator（审核员，默认）、
                 publisher（发布员）或 administrator（管理员）
  --sites 站点   用于“token 名称”：所负责的站点，以逗号分隔；"*" 表示全部站点
  --days 天数    用于“token 名称”：有效天数，最多 366
  --line         让“token 名称”不制作令牌，只显示可写入配置 "moderators" 的一行
  --lang 语言    用中文（zh-Hans）或英文（en）显示；未指定时依终端语言而定
                 （LC_ALL、LC_MESSAGES、LANG）
  --version      显示版本号
  --help         显示本说明

配置保存在一个 JSON 文件中：优先使用 --config 指定的文件，其次是环境变量 CONFIG 指定的文件，
最后是当前目录下的 ${DEFAULT_FILE}。下列环境变量优先于文件：`,
  secretFile: '存放密钥的文件',
  clientSecretFile: '存放 staff.oidc.clientSecret 的文件',
  settings: '配置项：',
  moderator: '审核员的配置项：',
  site: '站点的配置项：',
  between: '',
  oneOf: (values) => `可选值：${values.join('、')}。`,
  byDefault: (value) => `默认值：${value}。`,
  wrote: `已生成 ${DEFAULT_FILE}。请补全其中标有 […] 的内容，然后启动服务。`,
  isThere: `${DEFAULT_FILE} 已存在。`,
  askOffice: [
    '单位全称（官方回复以此名义发出，公众不得使用）：',
    '简称、缩写及外文名称，用逗号分隔（可不填）：',
  ],
  administratorToken: '管理员令牌，仅显示这一次：',
  moderatorToken: (name) => `${name}的令牌，仅显示这一次：`,
  moderatorLine: '请写入配置的 "moderators"：',
  nameModerator:
    '请给出工作人员的名称：customs-comment-server token 名称，或 token revoke 名称。“token list”列出全部令牌。',
  noRole: (roles) => `选项 --role 须为 ${roles.join('、')} 之一。`,
  nameSites: (sites) => `请用 --sites 指定站点（${sites.join('、')}），以逗号分隔；"*" 表示全部。`,
  badDays: (most) => `选项 --days 须为 1 至 ${most} 的整数。`,
  tokenUntil: (day) => `有效期至 ${day}。`,
  tokenKind: { configured: '配置', token: '令牌', session: '登录' },
  tokenGood: (until) => (until ? `有效期至 ${until.slice(0, 10)}` : '有效'),
  tokenOver: ({ revokedAt, revokedBy, expiresAt }) =>
    revokedAt
      ? `已于 ${revokedAt.slice(0, 10)} 由 ${revokedBy} 撤销`
      : `已于 ${expiresAt?.slice(0, 10)} 到期`,
  noToken: (name) => `没有名为“${name}”的有效令牌。`,
  revoked: (name, count) => `已撤销${name}的令牌：${count} 个。`,
  complete: '配置完整有效。',
  waiting: '正在等待 PostgreSQL 服务器……',
  nameCopy: '请给出备份文件的路径：customs-comment-server backup 文件',
  copied: (file) => `备份完成：${file}`,
  namePair: (sites) =>
    `请给出原、新两个 thread 以及站点（${sites.join('、')}）：customs-comment-server merge 原 新 --site 站点`,
  noThread: (site, thread) => `站点 ${site} 中没有 thread 为“${thread}”的评论。`,
  merged: (site, from, to, comments) => `${site}：${from} → ${to}（${comments} 条评论）`,
  mergedAll: (threads) => `已合并 ${threads} 处。`,
  dryRun: (threads) => `可合并 ${threads} 处，未作改动。`,
  nameSite: (sites) => `请用 --site 给出站点（${sites.join('、')}）。`,
  noHead: '请按 audit verify 显示的格式填写：序号:哈希值。',
  auditRight: (site, sequence, hash, waiting) =>
    `${site}：记录无改动。最新一条：${sequence}:${hash}${waiting ? `（尚未入链 ${waiting} 条）` : ''}`,
  auditEmpty: (site) => `${site}：尚无入链的记录。`,
  auditWrong: (site, sequence, kind) =>
    `${site}：第 ${sequence} 条记录${
      {
        changed: '被改动',
        missing: '缺失',
        head: '与所保存的哈希值不符，记录链曾被重写',
      }[kind]
    }。`,
  noCommand: (command) => `没有命令“${command}”。请查看 --help。`,
  noLanguage: (tag) => `没有语言“${tag}”：请使用 zh-Hans 或 en。`,
};

export type CommandWords = typeof ENGLISH;

/** What the command says in one language. */
export const commandWords = (language: Language): CommandWords =>
  language === 'en' ? ENGLISH : CHINESE;
