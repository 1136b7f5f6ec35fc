/* What the command says, in English and Chinese. */

const ENGLISH = {
  help: `Tests a comment service from outside, against the HTTP contract.

customs-comment-conformance <url> [<second url>] [options]

  <url>           Address of the service, as in http://localhost:8080
  <second url>    A second process on the same database, for the races
  --site NAME     Name of the site under test, where the service has several
  --token TOKEN   Bearer token of a moderator, better of an administrator
  --origin URL    An origin on the allow-list of the site
  --lang TAG      Speaks English (en) or Chinese (zh-Hans); else the language of the terminal decides
  --help          This text

The suite writes comments into threads of its own; use a site made for tests.
Where the variable CONFORMANCE_COUNTS names a file, the counts are written there as JSON.
Exit status: 0 all passed, 1 something failed or nothing was tested, 2 wrong usage.`,
  noUrl:
    'Give the address of the service, as in: customs-comment-conformance http://localhost:8080',
  manyUrls: 'Give one address, or two of the same service, but not more.',
  noLanguage: (tag: string) => `There is no language “${tag}”: use en or zh-Hans.`,
  badUrl: (url: string) => `“${url}” is not an http or https address.`,
  badOption: (reason: string) => `${reason}. Try --help.`,
  obstacle: (url: string, reason: string) => `${url} cannot be tested: ${reason}`,
  nothing: 'No test was executed.',
};

const CHINESE: typeof ENGLISH = {
  help: `从外部按 HTTP 约定检验评论服务。

customs-comment-conformance <地址> [<第二个地址>] [选项]

  <地址>          服务的地址，例如 http://localhost:8080
  <第二个地址>    同一数据库上的第二个进程，用于并发检验
  --site 名称     被检验站点的名称，服务有多个站点时需要
  --token 令牌    审核员的令牌，最好是管理员的
  --origin 来源   站点允许名单上的一个来源
  --lang 语言     用中文（zh-Hans）或英文（en）显示；未指定时依终端语言而定
  --help          显示本说明

检验会在自己的话题下写入评论，请使用专供测试的站点。
环境变量 CONFORMANCE_COUNTS 指定文件时，统计以 JSON 写入该文件。
退出码：0 全部通过；1 有失败或未执行任何检验；2 用法有误。`,
  noUrl: '请给出服务的地址，例如：customs-comment-conformance http://localhost:8080',
  manyUrls: '请给出一个地址，或同一服务的两个地址，不能更多。',
  noLanguage: (tag) => `没有语言“${tag}”：请使用 zh-Hans 或 en。`,
  badUrl: (url) => `“${url}”不是 http 或 https 地址。`,
  badOption: (reason) => `${reason}。请查看 --help。`,
  obstacle: (url, reason) => `无法检验 ${url}：${reason}`,
  nothing: '未执行任何检验。',
};

const LANGUAGES = new Map([
  ['en', ENGLISH],
  ['zh-Hans', CHINESE],
]);

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

/** The sentences in the language of the terminal. */
export const terminalWords = (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh')
  ? CHINESE
  : ENGLISH;

/** The sentences in the language of a tag; undefined where the command does not speak it. */
export const wordsIn = (tag: string): typeof ENGLISH | undefined => LANGUAGES.get(tag);
