/* Words about a whole page. */
import type { Translated } from '../../pages/languages.js';
import type { SiteFile } from './types.js';

/** True if an address is the name of a folder beside the page. */
const isName = (folder: string): boolean => /^[\w-]+\/$/.test(folder);

const chinese = {
  content: '网页的内容',
  wholes: {
    parts: ['自己选内容', '勾选各部分，调整次序'],
    one: ['一个标签显示全部', '次序固定，带目录'],
  },
  contentHint: '勾选要显示的内容，用箭头调整次序。本单位没有的内容不会显示。',
  up: (label: string) => `上移：${label}`,
  down: (label: string) => `下移：${label}`,
  moved: (label: string, place: number) => `${label}：现在是第 ${place} 项`,
  title: '网页标题',
  titleHint: '不填时用机构名称。',
  description: '网页说明',
  descriptionHint: '搜索引擎显示的一两句话。不填时用机构简介。',
  place: '资料放在哪里',
  places: {
    file: ['单独的 agency.json', '以后只换这一个文件'],
    inside: ['写在网页里', '不另外读取文件'],
  },
  result: '取走网页',
  downloads: '下载网页的文件',
  toResult: '去看网页的文件和上传步骤',
  forms: {
    script: ['用脚本', '网站允许放 script 标签'],
    placeholder: ['CMS 占位', '内容管理系统会删掉陌生标签时'],
    html: ['纯 HTML', '内容管理系统会删掉脚本时'],
  },
  files: {
    'index.html': '网页 index.html',
    'agency.json': '资料 agency.json',
    'customs-theme.css': '版式和颜色 customs-theme.css',
  } satisfies Record<SiteFile['name'], string>,
  comments: '评论由评论服务保存，服务要由技术人员另外安装。',
  service: '怎样安装评论服务',
  serviceAddress:
    'https://github.com/customs-widgets/customs-widgets/blob/main/server/README.zh-CN.md',
  leftOut: '网页里暂时没有评论：',
  fragments: '只贴进内容管理系统时',
  fragmentsHint: '网页由系统生成、只能编辑正文时，用下面的代码代替 index.html。',
  upload: '上传到网站',
  uploadFile: {
    'index.html': '下载 index.html，上传到网站的目录。',
    'agency.json': '下载 agency.json，上传到网站的目录。',
    'customs-theme.css': '下载 customs-theme.css，上传到同一目录。',
  } satisfies Record<SiteFile['name'], string>,
  uploadFolder: (folder: string) =>
    isName(folder)
      ? `把压缩包里的 customs-widgets 文件夹${folder === 'customs-widgets/' ? '' : `改名为 ${folder.slice(0, -1)}，`}整个上传到同一目录。`
      : `把压缩包里的 customs-widgets 文件夹整个上传，让它在网站上的地址是 ${folder}。`,
  uploadLook:
    '上传后再打开网页看一看；双击打开时只显示不带脚本的样子。哪里不对，在网址后面加 ?customs-debug，会说明原因和改法。',
  update: '以后怎么更新',
  updateData: {
    file: '资料有变化：在资料编辑器里改好，下载新的 agency.json，覆盖网站上的旧文件。网页就会显示新的资料。',
    inside: '资料有变化：在这里重新生成 index.html，覆盖网站上的旧文件。',
    src: '资料有变化：覆盖网站上的 JSON 文件。网页就会显示新的资料。',
    gacc: '海关总署的资料随组件一起更新，不用单独处理。',
  },
  updateCopy:
    'index.html 里还写有一份现在的资料，只在新资料读出来之前、或者不运行脚本时显示。想让它也是新的，或者资料里多了原来没有的部分（例如相关链接），在这里重新生成 index.html。',
  updateFolder: '组件有新版本：把新版的 customs-widgets 文件夹整个覆盖上去，旧文件不要删除。',
  updatePinned:
    '网页引用的脚本带版本号和校验值（integrity），所以覆盖文件夹以后，这个网页仍运行旧版本。要换新版本，用新版的生成器重新生成 index.html；或者手工改 script 标签：文件名里的版本号，和 integrity 的值（见文件夹中的 integrity.json）。',
};

const english: typeof chinese = {
  content: 'What the page shows',
  wholes: {
    parts: ['Parts of your choice', 'Tick and order them'],
    one: ['Everything by one tag', 'In a fixed order, with contents'],
  },
  contentHint:
    'Tick what it shows, and order it with the arrows. What the agency does not have is left out.',
  up: (label) => `Move up: ${label}`,
  down: (label) => `Move down: ${label}`,
  moved: (label, place) => `${label} is now number ${place}`,
  title: 'Title of the page',
  titleHint: 'Default: the name of the agency.',
  description: 'Description of the page',
  descriptionHint: 'A sentence or two for search engines. Default: the summary of the agency.',
  place: 'Where the data is',
  places: {
    file: ['In agency.json', 'Later, you replace only this file'],
    inside: ['In the page', 'Nothing else is read'],
  },
  result: 'Take the page',
  downloads: 'Download the files of the page',
  toResult: 'Go to the files, and how to upload them',
  forms: {
    script: ['By script', 'Where script tags are allowed'],
    placeholder: ['CMS placeholders', 'Where a CMS strips unknown tags'],
    html: ['Plain HTML', 'Where a CMS strips scripts'],
  },
  files: {
    'index.html': 'The page, index.html',
    'agency.json': 'The data, agency.json',
    'customs-theme.css': 'Layout and colours, customs-theme.css',
  },
  comments: 'Comments are kept by a comment service, which has to be installed.',
  service: 'How to install the comment service',
  serviceAddress: 'https://github.com/customs-widgets/customs-widgets/blob/main/server/README.md',
  leftOut: 'The page has no comments yet:',
  fragments: 'For a content management system only',
  fragmentsHint:
    'If a system makes the page and you edit only its content, use this instead of index.html.',
  upload: 'Upload to your site',
  uploadFile: {
    'index.html': 'Download index.html and upload it to a folder of your site.',
    'agency.json': 'Download agency.json and upload it to a folder of your site.',
    'customs-theme.css': 'Download customs-theme.css and upload it to the same folder.',
  },
  uploadFolder: (folder) =>
    isName(folder)
      ? `Upload the whole folder customs-widgets of the archive to the same folder${folder === 'customs-widgets/' ? '' : `, as ${folder.slice(0, -1)}`}.`
      : `Upload the whole folder customs-widgets of the archive, so that its address on the site is ${folder}.`,
  uploadLook:
    'Open the page on the site: by double click, it shows what it has without its script. If something is wrong, add ?customs-debug to its address: it says why, and what to change.',
  update: 'How to update',
  updateData: {
    file: 'New data: change it in the agency editor, download the new agency.json, and replace the one on the site. The page shows it at once.',
    inside: 'New data: make index.html again here, and replace the one on the site.',
    src: 'New data: replace the JSON file on the site. The page shows it at once.',
    gacc: 'The data of the GACC comes with new versions of the elements.',
  },
  updateCopy:
    'index.html has a copy of the present data, which shows only until the new data has loaded, and without the script. To renew it, or if the data has a part that it had not before (such as links), make index.html again here.',
  updateFolder:
    'A new version of the elements: copy the new folder customs-widgets over the old one. Delete no old file.',
  updatePinned:
    'The page names a script with its version and hash (integrity), so after that it still runs the old version. For the new one, make index.html again with the new builder, or change the script tag by hand: the version in the name of the file, and integrity, which integrity.json in the folder lists.',
};

export const WHOLE_TEXTS: Translated<typeof chinese> = { 'zh-Hans': chinese, en: english };
