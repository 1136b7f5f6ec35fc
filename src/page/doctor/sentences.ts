/*
 * All findings of the doctor, in both languages. They are not among the strings of the library:
 * every English page loads those, but only the authors of a page read these.
 */

/**
 * `error`: something is not shown or does not work. `warning`: it differs from what was intended.
 * `info`: good to know.
 */
export type Severity = 'error' | 'warning' | 'info';

/** Severity, Chinese, English. `{0}` and `{1}` stand for values. */
export const SENTENCES = {
  'not-defined': [
    'error',
    '没有脚本提供 <{0}>；请加载 {1}.js 或 customs-widgets.js。',
    'No script brings <{0}>; load {1}.js or customs-widgets.js.',
  ],
  misspelt: [
    'error',
    '没有 <{0}> 这个元素；是否应为 <{1}>？',
    'There is no <{0}>; is <{1}> meant?',
  ],
  'unknown-widget': [
    'error',
    'data-customs-widget="{0}" 不存在；是否应为 "{1}"？',
    'data-customs-widget="{0}" does not exist; is "{1}" meant?',
  ],
  'widget-missing': [
    'error',
    '没有脚本提供 data-customs-widget="{0}"；请加载 {0}.js 或 customs-widgets.js。',
    'No script brings data-customs-widget="{0}"; load {0}.js or customs-widgets.js.',
  ],
  attribute: [
    'warning',
    '<{0}> 没有属性 {1}；是否应为 {2}？',
    '<{0}> has no attribute {1}; is {2} meant?',
  ],
  value: ['warning', '{0}="{1}" 无效；可用：{2}。', '{0}="{1}" is not accepted; use {2}.'],
  data: ['error', '数据无法显示：{0}', 'The data cannot be shown: {0}'],
  content: [
    'error',
    '元素内的内容读不成数据，已原样保留；请写成 {0}。',
    'What stands inside cannot be read as data, and stays as it is; write {0}.',
  ],
  render: [
    'error',
    '显示时出错，保留了原有内容：{0}',
    'Showing it failed, so its own content stays: {0}',
  ],
  'left-out': ['warning', '数据中有内容未能显示：{0}', 'Some of the data could not be shown: {0}'],
  agencies: [
    'warning',
    '同一网页上介绍了两个机构：“{0}”和“{1}”；请核对各组件的数据来源。',
    'Elements of one page show two agencies: “{0}” and “{1}”; check where each gets its data.',
  ],
  'page-name': [
    'warning',
    '网页属于“{0}”，组件介绍的却是“{1}”；请核对数据来源。',
    'The page is of “{0}”, but the elements show “{1}”; check where they get their data.',
  ],
  old: [
    'warning',
    '数据上次核对是 {0}，已超过一年；请重新核对，并更新核对日期。',
    'The data was last checked on {0}, more than a year ago; check it again, and write the new day.',
  ],
  loading: ['warning', '数据仍未到达。', 'The data has not arrived yet.'],
  empty: [
    'warning',
    '数据中没有 <{0}> 可显示的内容；确实没有的，可以加上 hide-when-empty。',
    'The data has nothing for <{0}> to show; if there is nothing, add hide-when-empty.',
  ],
  strings: [
    'warning',
    '“{0}” 的界面文字没有加载，或者比脚本旧，暂用中文；请将 strings/{0}.json 与脚本一起重新复制。',
    'The strings of "{0}" did not load, or are older than the script, so Chinese is shown; copy strings/{0}.json again, together with the script.',
  ],
  name: [
    'warning',
    '元素没有标题，读屏软件无法称呼它。',
    'There is no heading, so screen readers cannot name the element.',
  ],
  endpoint: [
    'error',
    '评论没有 endpoint，也没有 provider，因此不显示。',
    'Comments have neither an endpoint nor a provider, so none are shown.',
  ],
  'no-form': [
    'warning',
    '没有评论表单：评论已关闭，或者评论服务和 slot="notice" 都没有给出个人信息处理告知。',
    'There is no comment form: comments are closed, or neither the service nor slot="notice" gives a privacy notice.',
  ],
  'plain-http': [
    'warning',
    '评论经明文 http 发送到 {0}；请使用 https。',
    'Comments are sent to {0} over plain http; use https.',
  ],
  blocked: [
    'error',
    '内容安全策略 {0} 阻止了 {1}；请在策略中允许。',
    'The content security policy {0} has blocked {1}; allow it there.',
  ],
  'blocked-other': [
    'info',
    '内容安全策略 {0} 阻止了页面中的其他内容：{1}',
    'The content security policy {0} has blocked something else in the page: {1}',
  ],
  'trusted-types': [
    'error',
    '内容安全策略不允许 Lit 的 Trusted Types 策略，元素无法显示；请写成 {0}。',
    'The content security policy does not allow the Trusted Types policy of Lit, so no element shows; write {0}.',
  ],
  'trusted-types-name': [
    'info',
    '内容安全策略的 trusted-types 没有写 Lit 的策略，显示不受影响，但每次都会报告；写成 {0} 就不再报告。',
    'trusted-types in the content security policy does not name the policy of Lit. All elements show, but it is reported each time; write {0}.',
  ],
  folder: [
    'info',
    '脚本不是以自己的文件名加载的（可能被合并或改名），其他文件暂按 {0} 查找；请在 <head> 里、脚本之前写 <meta name="customs-widgets" content="文件夹的地址/">。',
    'The script does not have its own name (it may have been joined with others), so its files are looked for at {0}; write <meta name="customs-widgets" content="address of the folder/"> into the head, before the script.',
  ],
  emptied: [
    'error',
    'data-customs-widget="{0}" 里的元素被网页的脚本删掉了；请让局部刷新跳过这个 <div>（例如 data-turbo-permanent、wire:ignore）。',
    'A script of the page has removed the element from data-customs-widget="{0}"; keep this <div> out of what it replaces (data-turbo-permanent, wire:ignore).',
  ],
  links: [
    'warning',
    '<{0}> 里写的全是链接，却按{1}显示；是否应为 <{2}>？',
    'All that stands in <{0}> are links, and it shows them as {1}; is <{2}> meant?',
  ],
  pictures: [
    'error',
    '元素里只有图片，图片上的字读不出来；请把文字写出来，或另给数据。',
    'There are only pictures inside, and words in pictures cannot be read; write the words, or name other data.',
  ],
  file: [
    'error',
    '{0} 不是机构资料，而是{1}；请核对地址。',
    '{0} is not an agency but {1}; check the address.',
  ],
  'file-encoding': [
    'info',
    '{0} 不是 UTF-8，已按 {1} 读出；请核对有没有错字，最好另存为 UTF-8。',
    '{0} is not in UTF-8; it was read as {1}. Check for wrong characters, or better save it as UTF-8.',
  ],
  thread: [
    'warning',
    '评论属于网页 {0}，而现在的网页是 {1}；请改正 thread，几个网页共用评论的除外。不写 thread 时，评论随网页地址而定。',
    'The comments belong to {0}, but the page is {1}; change thread, unless pages share their comments. Without thread, comments follow the page.',
  ],
  'thread-query': [
    'info',
    '没有写 thread，评论只按 {0} 区分，不看 {1}；后者不同内容就不同的，请写 thread。',
    'Without thread, comments belong to {0}, whatever {1} is; if that changes the content, write thread.',
  ],
  versions: [
    'warning',
    '页面加载了不同版本：{0}。每个元素由先加载的版本提供。',
    'The page loads different versions: {0}. The first one gives each element.',
  ],
  duplicate: [
    'warning',
    '“{0}” 的脚本加载了多次：{1}',
    'The script of "{0}" is loaded more than once: {1}',
  ],
  'no-script': [
    'info',
    '没有发现本库的脚本标签；元素来自其他脚本。',
    'There is no script tag of the library; the elements come from other scripts.',
  ],
  integrity: [
    'info',
    '{0} 来自其他网站，但没有 integrity；校验值见 integrity.json。',
    '{0} comes from another site without integrity; the hashes are in integrity.json.',
  ],
  'module-on-disk': [
    'error',
    '从磁盘打开的网页不能加载模块 {0}；请用 .classic.js，并加上数据包。',
    'A page on the disk cannot load the module {0}; use .classic.js, and the packs.',
  ],
  lang: [
    'warning',
    '<html> 没有 lang，元素按中文显示；请写 <html lang="zh-Hans">。',
    '<html> has no lang, so the elements read in Chinese; write <html lang="en">.',
  ],
  quirks: [
    'warning',
    '页面处于怪异模式；请在最前面写 <!doctype html>。',
    'The page is in quirks mode; begin it with <!doctype html>.',
  ],
  encoding: [
    'info',
    '页面编码是 {0}。脚本照常工作；元素内自己写的 JSON 和文字也须用这个编码。',
    'The page is in {0}. The scripts work; JSON and text inside the elements must be in it too.',
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>;

/** Name of a kind of finding. */
export type Code = keyof typeof SENTENCES;
