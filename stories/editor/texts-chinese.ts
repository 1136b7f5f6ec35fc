/* Texts of the editor's page in Chinese. They say which texts there are. */
import type { Role } from '../../src/agency/read-text/read-text.js';
import type { Counts } from './counts.js';
import type { FindingKind } from './findings.js';
import type { SourcePart } from './source.js';

export const chinese = {
  title: '资料编辑器',
  lead: '把本单位网页上的文字粘贴进来，核对一遍，就能得到组件要用的 agency.json。文字只留在这台电脑的浏览器里，不会上传。',

  paste: '把本单位网页上的文字粘贴到这里',
  pasteHint:
    '机构概况、主要职能、相关链接、联系方式可以一起粘贴。可以从网页、Word 或 WPS 里复制，也可以是网页源代码，或者已有的 agency.json。',
  read: '整理成资料',
  file: '选择文件',
  fileHint: '可以是 .html、.txt 或 .json 文件，拖进页面也行。',
  sample: '填入示例',
  blank: '从空白开始',
  more: '再粘贴一些文字',
  moreHint:
    '例如另一个网页上的主要职能或相关链接。整理出的内容接在现有内容后面；打开 agency.json 则替换现有内容，可以撤销。',
  cancel: '取消',

  problems: {
    nothing: '没有读到文字。请先复制网页上的文字，再粘贴到这里。',
    json: (fault: string) => `这是 JSON，但有错误。${fault}`,
    agency: '这是 JSON，但不是一个机关的资料：没有名称、职能或其他认得的栏目。',
    office: (name: string) =>
      `“${name}”是 Word、WPS 或 PDF 文件，这里读不了。请打开它，全选复制，再粘贴到上面的框里。`,
  },

  toolbar: '编辑工具',
  undo: '撤销',
  redo: '重做',
  clear: '清空',
  edit: '编辑',
  preview: '预览',
  panels: '显示',

  review: '核对内容',
  reviewHint:
    '每一段是什么，由程序猜测，猜错了请改。写法和 Word 一样：回车拆成两段，段首按退格键并入上一段；Shift+回车换行；Alt+↑ 或 ↓ 移动。',
  orders: '排列方式',
  order: { text: '按原文顺序', fields: '按栏目填写' },
  is: (place: number) => `第 ${String(place)} 段是`,
  text: (place: number, role: string) => `第 ${String(place)} 段，${role}`,
  linkAddress: '链接地址',
  from: '摘自原文：',
  fromWhole: '内容与原文中的一整段相同。',
  tools: (place: number) => `第 ${String(place)} 段的操作`,
  parts: {
    up: '上移',
    down: '下移',
    split: '在光标处拆成两段',
    merge: '并入上一段',
    remove: '删除',
  },
  drag: '拖动可以移动',
  unused: (count: number) => `没有使用的文字（${String(count)} 段）`,
  unusedHint: '不会显示在网页上，也不会丢失。需要哪一段，就为它选择类别。',
  addPassage: '添加一段',
  add: (role: string) => `添加${role}`,

  roles: {
    name: '名称',
    category: '分类',
    status: '机构性质',
    level: '级别',
    summary: '简介',
    overview: '概况',
    preamble: '职能前言',
    duty: '职能',
    ranks: '衔级',
    'link-group': '相关链接分组',
    link: '相关链接',
    url: '官方网站',
    telephone: '电话',
    address: '地址',
    'opening-hours': '办公时间',
    source: '来源',
    'as-of': '核对日期',
    unused: '不使用',
  } satisfies Record<Role, string> as Readonly<Record<Role, string>>,
  roleHints: {
    name: '全称，例如“某县民政局”。',
    category: '在网站导航里属于哪一类，例如“政府部门”。可以不填。',
    status: '例如“县人民政府工作部门”“国务院直属机构”。',
    level: '例如“正科级”“正部级”。没有规定的可以不填。',
    summary: '一段话说明是什么单位、做什么。',
    overview: '机构概况，一段一项。',
    preamble: '职能列表前面的话，例如“主要职责是：”。',
    duty: '一项一段。第一句作为标题。原有的（一）、1. 等编号会保留。',
    ranks:
      '例如“关衔设五等十三级。分别为一等：海关总监、海关副总监；二等：……”。没有衔级的单位不填。',
    link: '名称和地址。需要分组时，先添加一个分组，再在它后面添加链接。',
    url: '以 http:// 或 https:// 开头。',
    telephone: '带区号，例如 010-12345678。',
  } as Readonly<Partial<Record<Role, string>>>,

  facts: '来源与核对日期',
  factsHint: '写明文字来自哪里、哪一天核对过，读者才能自己查证，过期了也看得出来。',
  asOf: '核对日期',
  asOfHint: '您最后一次把这些文字和来源对照的日期。',
  today: (day: string) => `用今天的日期（${day}）`,
  sourceParts: {
    title: '来源的标题',
    publisher: '发布单位',
    date: '发布日期',
    url: '来源网址',
    note: '备注',
  } satisfies Record<SourcePart, string> as Readonly<Record<SourcePart, string>>,
  sourceHints: {
    title: '网页或文件的标题，例如“机构职能”。',
    publisher: '例如“某县人民政府办公室”。',
    date: '例如 2026-11-29。',
    url: '原文网页的地址。',
  } as Readonly<Partial<Record<SourcePart, string>>>,
  language: '文字的语言',
  languageOf: (name: string) => `根据文字判断（${name}）`,
  notAddress: '请写以 http:// 或 https:// 开头的完整网址。',
  notDay: '日历上没有这一天。请写成 2026-11-29 这样。',

  check: '检查',
  counts: ({ duties, tiers, ranks, links, overview }: Counts): string =>
    [
      overview && `${String(overview)} 段概况`,
      duties && `${String(duties)} 项职能`,
      ranks && `${String(tiers)} 等 ${String(ranks)} 级`,
      links && `${String(links)} 个链接`,
    ]
      .filter(Boolean)
      .join('、') || '还没有内容',
  complete: '没有发现缺漏。请再通读一遍预览。',
  needed: '必须补充或改正',
  advised: '建议补充或核对',
  findings: {
    'no-name': '没有名称',
    'no-level': '没有级别（没有规定的可以不填）',
    'no-status': '没有机构性质',
    'no-duties': '没有职能',
    'no-as-of': '没有核对日期',
    'no-source': '没有来源',
    'two-names': '有不止一段标为“名称”，只使用第一段',
    'two-of': '同一栏目标了不止一段，只使用第一段',
    empty: '这一段没有文字',
    'no-address': '链接没有地址',
    'wrong-address': '链接地址不对，应以 http:// 或 https:// 开头',
    'wrong-day': '核对日期不是日历上的日期',
    'future-day': '核对日期在今天以后',
    'old-day': '核对日期已超过一年，请重新核对',
    'unread-ranks': '没有看懂这一段衔级',
  } satisfies Record<FindingKind, string> as Readonly<Record<FindingKind, string>>,
  others: '资料里的其他问题',
  place: (place: number) => `第 ${String(place)} 段`,

  noName: '（名称待填）',
  nothingToShow: '填写内容后，这里显示组件的样子。',
  previewHint: '网页上的组件就是这样，边改边更新。',

  take: '取用资料',
  takeHint: '把 agency.json 和组件文件一起放到网站上；接着在嵌入代码生成器里选组件、复制代码。',
  needsName: '填好名称后才能取用。',
  downloadFile: '下载 agency.json',
  toBuilder: '在嵌入代码生成器中继续',
  handoverFailed:
    '浏览器不允许网页之间传递资料。请下载 agency.json，再到嵌入代码生成器里读入这个文件。',

  outcomes: {
    read: (counts: string) => `已整理：${counts}。`,
    opened: (counts: string) => `已打开：${counts}。`,
    moved: (place: number) => `已移到第 ${String(place)} 段。`,
    first: '已经是第一段。',
    last: '已经是最后一段。',
    split: '已拆成两段。',
    noCursor: '请先把光标放到这一段文字中要拆开的地方。',
    merged: '已并入上一段。',
    noMerge: '前面没有可以并入的段落。',
    removed: '已删除，可以撤销。',
    role: (role: string) => `已改为：${role}。`,
    undone: '已撤销。',
    redone: '已重做。',
    nothingToUndo: '没有可以撤销的操作。',
    nothingToRedo: '没有可以重做的操作。',
    cleared: '已清空，可以撤销。',
    restored: '已恢复上次没有做完的内容。',
    downloaded: '已下载 agency.json。',
  },
  foreign: '这份资料刚在另一个标签页里改过。如果在这里继续修改，会覆盖那边的内容。',
  takeForeign: '改用那边的内容',
  keepOwn: '继续用这里的',
  cannotStore: '浏览器不允许保存草稿，关闭页面后内容会丢失。请及时下载 agency.json。',
};

/** Type of these texts in each language. */
export type Texts = typeof chinese;
