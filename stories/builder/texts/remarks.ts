/* What is missing for a snippet, and remarks about it. */
import type { Missing, Note } from '../types.js';

interface Remarks {
  readonly problem: Readonly<Record<Missing, string>>;
  readonly notes: Readonly<Record<Note, string>>;
}

export const remarksChinese: Remarks = {
  problem: {
    json: '先在“数据来源”里填好 JSON，代码随后出现。',
    editor: '先在资料编辑器里编好资料，代码随后出现。',
    nothingShown: '先选出网页要显示的内容；资料里没有的内容不算。',
    src: '先在“数据来源”里填写 JSON 文件的地址。',
    endpoint: '先在“组件选项”里填写评论服务的地址。',
    site: '先在“组件选项”里填写站点名。',
    thread: '放进 iframe 的评论要写明属于哪一页：请在“组件选项”里填写 thread。',
    offlineComments: '评论由服务保存，离线的网页连接不到它。请选择其他用法。',
    htmlComments:
      '评论不能写成固定的 HTML。评论框填好服务地址、站点名和 thread 后，可以得到不用脚本的评论页链接。',
    unread: '这种用法要先读到数据，而本页读不到这个地址。可以选“自己的 JSON”，把文件读进来。',
    offlineSrc: '离线的网页读不到 JSON 文件。请选“自己的 JSON”，把内容写进网页。',
    frameJson:
      'iframe 的地址里放不下 JSON。请把它存成文件，放在组件文件夹旁，再选“JSON 文件的地址”。',
  },
  notes: {
    placeholderJson:
      '有的系统会把 script 一并删掉。那时请把 JSON 存成文件，改用“JSON 文件的地址”。',
    commandJson: '命令里的 agency.json 就是您的 JSON 存成的文件。',
    npmJson: '请把您的 JSON 存为代码旁的 agency.json。',
    npmLanguage: '导入的是中文数据。要显示英文，请在“语言与外观”里选英文。',
    offlineLanguage: '只带中文数据，网页的 lang 应为中文。要显示英文，请在“语言与外观”里选英文。',
    frameOwn: '同一网站的 iframe 会自动调整高度。',
    frameHost:
      '请把 frame-host.js 复制到您自己的网站：它让 iframe 随内容调整高度。没有它也能用，高度为 600。',
    frameDropped: 'url 和 trusted 不能写进 iframe 的地址，已略去。',
    frameAddresses:
      'JSON 文件或评论服务必须与组件文件夹在同一网站。网页也在该网站时，地址相对于网页，否则相对于 frame.html。',
  },
};

export const remarksEnglish: Remarks = {
  problem: {
    editor: 'Make an agency in the agency editor first; then the code appears.',
    nothingShown: 'First choose something that the data has for the page to show.',
    json: 'Fill in valid JSON under “Data” first; then the code appears.',
    src: 'Fill in the address of the JSON file under “Data” first.',
    endpoint: 'Fill in the address of the comment service under “Options of the element” first.',
    site: 'Fill in the name of the site under “Options of the element” first.',
    thread:
      'Comments in a frame must say which page they belong to: fill in thread under “Options of the element”.',
    offlineComments:
      'Comments are kept by a service, which a page without a network cannot reach. Choose another form.',
    htmlComments:
      'Comments cannot be fixed HTML. For a comment box with the address of a service, a site and a thread there is a link to its page without scripts.',
    unread:
      'This form has to read the data first, and this page cannot. Choose “JSON of your own” and read the file in.',
    offlineSrc:
      'A page without a network cannot read a JSON file. Choose “JSON of your own”, which goes into the page.',
    frameJson:
      'JSON does not go into the address of a frame. Save it as a file beside the folder and choose “Address of a JSON file”.',
  },
  notes: {
    placeholderJson:
      'Some systems strip script, too. Then save the JSON as a file and choose “Address of a JSON file”.',
    commandJson: 'In the command, agency.json is your JSON, saved as a file.',
    npmJson: 'Save your JSON as agency.json beside the code.',
    npmLanguage: 'The imported data is Chinese. For English, choose it under “Language and look”.',
    offlineLanguage:
      'Only the Chinese data comes along, and the lang of the page should be Chinese. For English, choose it under “Language and look”.',
    frameOwn: 'A frame of the same site fits its height by itself.',
    frameHost:
      'Copy frame-host.js to your own site: it fits the height of the frame. Without it the height stays 600.',
    frameDropped:
      'url and trusted are not taken from the address of a frame, so they are left out.',
    frameAddresses:
      'The JSON file or the comment service must be on the site of the folder. Addresses are relative to your page if it is on that site, too; else to frame.html.',
  },
};
