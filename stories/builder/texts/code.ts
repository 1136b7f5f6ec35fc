/* Words around the code. */

export const codeChinese = {
  code: '复制代码',
  form: '用法',
  forms: {
    script: ['脚本', '网页里写一个 script 标签'],
    placeholder: ['CMS 占位', '内容管理系统会删掉陌生标签时'],
    server: ['服务器渲染', '网页先带内容，脚本随后接管'],
    html: ['纯 HTML', '不用脚本，例如邮件和存档'],
    npm: ['npm', '用打包工具的应用'],
    offline: ['离线', '直接打开的文件，不能联网读取'],
    frame: ['iframe', '不允许放脚本的网页'],
  },
  script: '脚本类型',
  scripts: { module: '模块（新浏览器）', classic: '经典（Chromium 80 起）' },
  files: '脚本文件',
  filesOf: { one: '只含这个组件', all: '含全部组件' },
  styles: '样式',
  stylesOf: { inline: '写在代码里', files: '引用样式文件' },
  folder: '组件文件夹的地址',
  folderHint:
    '把压缩包里的 customs-widgets 文件夹上传到您的网站，这里写它在网站上的地址，例如 /customs-widgets/。',
  kinds: { html: 'HTML', js: 'JavaScript', css: 'CSS', shell: '命令行', json: 'JSON' },
  labels: {
    head: '放进网页的 head 或页脚模板，一次即可',
    styles: '放进网页的 head，一次即可',
    place: '放在要显示组件的地方',
    command: '在构建时用命令行得到同样的 HTML',
    install: '安装',
    module: '应用的代码',
    space: '放进网页的 head 或样式表：组件显示之前留出位置，下面的内容就不会移动',
    theme: '单位的颜色：放进网页的样式表，或者存成 customs-theme.css 再引用',
  },
  policy: '内容安全策略',
  policyHint: '网页如果设有 Content-Security-Policy，至少要允许这些：',
};

export const codeEnglish: typeof codeChinese = {
  code: 'Copy the code',
  form: 'How it is used',
  forms: {
    script: ['Script', 'A script tag in the page'],
    placeholder: ['CMS placeholder', 'Where a CMS strips unknown tags'],
    server: ['Server-rendered', 'Content first, the script takes over'],
    html: ['Plain HTML', 'No script: for mails and archives'],
    npm: ['npm', 'Applications with a bundler'],
    offline: ['Offline', 'Files opened from a disk'],
    frame: ['iframe', 'Pages that allow no script'],
  },
  script: 'Kind of script',
  scripts: { module: 'Module (current browsers)', classic: 'Classic (Chromium 80 on)' },
  files: 'Script file',
  filesOf: { one: 'This element only', all: 'All elements' },
  styles: 'Styles',
  stylesOf: { inline: 'In the code', files: 'As files' },
  folder: 'Address of the folder with the files',
  folderHint:
    'Upload the folder customs-widgets of the archive to your site, and give its address there, for example /customs-widgets/.',
  kinds: { html: 'HTML', js: 'JavaScript', css: 'CSS', shell: 'Command line', json: 'JSON' },
  labels: {
    theme:
      'The colour of the office: in the style sheet of the page, or in a file customs-theme.css of its own',
    head: 'Once, in the head or the footer template of the page',
    styles: 'Once, in the head of the page',
    place: 'Where the element is to be',
    command: 'A command that prints the same HTML when a site is built',
    install: 'Install',
    module: 'In the application',
    space:
      'In the head or the style sheet of the page: it holds the space, so that nothing below moves',
  },
  policy: 'Content security policy',
  policyHint: 'A page with a Content-Security-Policy has to allow at least this:',
};
