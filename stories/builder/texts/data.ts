/* Words about the data. */

export const dataChinese = {
  data: '数据来源',
  sources: {
    gacc: ['海关总署', '组件自带的数据，中英文'],
    editor: ['资料编辑器中的资料', '您在本浏览器里编好的资料'],
    json: ['自己的 JSON', '粘贴，或从文件读入'],
    src: ['JSON 文件的地址', '您网站上的一个文件'],
  },
  editorRead: (name: string) => `已读到编辑器中的资料：${name}`,
  editorEmpty: '编辑器里还没有资料。先到资料编辑器粘贴本单位的文字，再回到这里。',
  toEditor: '打开资料编辑器',
  srcHint: '相对于放置组件的网页，例如 agency.json。',
  srcReading: '正在读取……',
  srcRead: (name: string) => `已读到：${name}`,
  srcFailed: '读不到这个文件。请检查地址。',
  srcInvalid: (count: number) => `文件已读到，但有 ${count} 处不符合格式：`,
  srcForeign: '这是其他网站的地址，本页的安全策略不允许读取，因此没有预览；代码仍然可用。',
  srcDisk:
    '本页是从磁盘打开的，读不到文件，因此没有预览；代码仍然可用。想看预览，请选“自己的 JSON”，把文件读进来。',
  json: 'JSON 内容',
  jsonHint: '只留在这个标签页里，不会上传，也不会写进网址。',
  jsonSchema: '格式说明（JSON Schema）',
  jsonFile: '从文件读入',
  jsonSample: '填入海关总署的数据作样例',
  jsonUndo: '恢复替换前的内容',
  jsonMarks: '改正标点',
  jsonValid: (name: string) => `格式正确：${name}`,
  mild: (count: number) => `资料可以使用，有 ${count} 处没有用上：`,
  jsonInvalid: (count: number) => `有 ${count} 处需要修改，代码暂不更新；您写的内容都在。`,
};

export const dataEnglish: typeof dataChinese = {
  data: 'Data',
  sources: {
    gacc: ['China Customs (GACC)', 'Built in, in Chinese and English'],
    editor: ['From the agency editor', 'What you made in this browser'],
    json: ['JSON of your own', 'Pasted, or read from a file'],
    src: ['Address of a JSON file', 'A file on your site'],
  },
  editorRead: (name) => `From the editor: ${name}`,
  editorEmpty: 'The editor has no agency yet. Paste the text of your office there, then come back.',
  toEditor: 'Open the agency editor',
  srcHint: 'Relative to the page that the element stands on, for example agency.json.',
  srcReading: 'Reading…',
  srcRead: (name) => `Read: ${name}`,
  srcFailed: 'The file cannot be read. Check its address.',
  srcInvalid: (count) => `The file was read; problems: ${count}.`,
  srcForeign:
    'This is on another site, which the policy of this page does not allow to read. There is no preview; the code works.',
  srcDisk:
    'This page was opened from a disk and cannot read files. There is no preview; the code works. To see one, choose “JSON of your own” and read the file in.',
  json: 'JSON',
  jsonHint: 'Stays in this tab: it is not uploaded, and not in the address.',
  jsonSchema: 'The format (JSON Schema)',
  jsonFile: 'Read a file',
  jsonSample: 'Fill in the data of the GACC as a sample',
  jsonUndo: 'Bring back what was there before',
  jsonMarks: 'Mend the punctuation',
  jsonValid: (name) => `Valid: ${name}`,
  mild: (count) => `The data can be used; left out or unknown: ${count}.`,
  jsonInvalid: (count) =>
    `Problems: ${count}. The code waits until they are solved; nothing you wrote is lost.`,
};
