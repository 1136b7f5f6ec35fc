/* What the command says to an operator, in English and Chinese. */
import type { Language } from './language.js';
import { DEFAULT_FILE } from '../configuration/template.js';

const ENGLISH = {
  usage: `Usage: customs-comment-server [command] [options]

Commands:
  (none)         starts the service
  init           writes ${DEFAULT_FILE} with a new secret and the token of a first administrator
  token NAME     prints a new token for a moderator, and the line for the configuration
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
  --dry-run      lets "merge" say what it would do, and change nothing
  --lang TAG     speaks English (en) or Chinese (zh-Hans); without it, the language of the terminal
                 decides (LC_ALL, LC_MESSAGES, LANG)
  --version      prints the version
  --help         prints this text

The settings are in a JSON file: the one of --config, else the one that the variable CONFIG names,
else ${DEFAULT_FILE} in the current folder. These variables override it:`,
  secretFile: 'a file that holds the secret',
  settings: 'Settings:',
  moderator: 'Settings of a moderator:',
  site: 'Settings of a site:',
  between: ' ',
  oneOf: (values: string[]) => `One of ${values.join(', ')}.`,
  byDefault: (value: string) => `Default: ${value}.`,
  wrote: `Wrote ${DEFAULT_FILE}. Complete what is marked […] in it, then start the service.`,
  isThere: `${DEFAULT_FILE} exists already.`,
  administratorToken: 'Token of the administrator, shown only now:',
  moderatorToken: (name: string) => `Token for ${name}, shown only now:`,
  moderatorLine: 'For "moderators" in the configuration:',
  nameModerator: 'Name the moderator: customs-comment-server token NAME',
  complete: 'The configuration is complete.',
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
  init           生成 ${DEFAULT_FILE}，内含新的密钥，并显示首位管理员的令牌
  token 名称     生成一名审核员的新令牌，并显示应写入配置的一行
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
  --dry-run      只显示 merge 将合并什么，不作改动
  --lang 语言    用中文（zh-Hans）或英文（en）显示；未指定时依终端语言而定
                 （LC_ALL、LC_MESSAGES、LANG）
  --version      显示版本号
  --help         显示本说明

配置保存在一个 JSON 文件中：优先使用 --config 指定的文件，其次是环境变量 CONFIG 指定的文件，
最后是当前目录下的 ${DEFAULT_FILE}。下列环境变量优先于文件：`,
  secretFile: '存放密钥的文件',
  settings: '配置项：',
  moderator: '审核员的配置项：',
  site: '站点的配置项：',
  between: '',
  oneOf: (values) => `可选值：${values.join('、')}。`,
  byDefault: (value) => `默认值：${value}。`,
  wrote: `已生成 ${DEFAULT_FILE}。请补全其中标有 […] 的内容，然后启动服务。`,
  isThere: `${DEFAULT_FILE} 已存在。`,
  administratorToken: '管理员令牌，仅显示这一次：',
  moderatorToken: (name) => `${name}的令牌，仅显示这一次：`,
  moderatorLine: '请写入配置的 "moderators"：',
  nameModerator: '请给出审核员的名称：customs-comment-server token 名称',
  complete: '配置完整有效。',
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
