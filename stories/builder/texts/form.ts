/* Words of the form. */
import type { Attribute } from '../types.js';

export const formChinese = {
  title: '嵌入代码生成器',
  lead: '做一个完整的网页，或者为已有的网页生成组件的代码。',
  leadShare: '所选内容（资料除外）都写在网址里，收藏或转发网址即可保存和分享。',
  share: '复制本页网址',
  make: '要做什么',
  makes: {
    element: ['一个组件', '放进已有的网页'],
    page: ['整个网页', '一个可以直接上传的 index.html'],
  },
  widget: '组件',
  own: '组件选项',
  frame: '语言与外观',
  nothing: '这个组件没有其他选项。',
  preset: '（默认）',
  followPage: '跟随网页（未注明时为中文）',
  prefix: '标签前缀',
  prefixHint: '标签名的第一部分，默认 customs；同一网页上已有同名标签时才需要更改。',
  prefixFault: '只能用小写字母、数字和连字符，以字母开头；代码里暂用 customs。',
  faults: {
    number: () => '请填写整数；代码里暂不写这一项。',
    range: ({ min, max }: Attribute) => `请填写 ${min} 到 ${max}；代码里暂不写这一项。`,
    choice: ({ values }: Attribute) => `应为 ${values.join('、')} 之一；代码里暂不写这一项。`,
  },
};

export const formEnglish: typeof formChinese = {
  title: 'Embed builder',
  lead: 'Make a whole page, or the code for an element in a page that you have.',
  leadShare:
    'Your choices, without the data, are kept in the address of this page: bookmark or send it.',
  share: 'Copy the address of this page',
  make: 'What to make',
  makes: {
    element: ['One element', 'For a page that you have'],
    page: ['A whole page', 'An index.html, ready to upload'],
  },
  widget: 'Element',
  own: 'Options of the element',
  frame: 'Language and look',
  nothing: 'This element has no other options.',
  preset: ' (default)',
  followPage: 'As the page (Chinese if it says nothing)',
  prefix: 'Prefix of the tag',
  prefixHint:
    'First part of the name of the tag; default: customs. Change it only where a page has tags of the same name.',
  prefixFault:
    'Lower-case letters, digits and hyphens, beginning with a letter. Until then the code says customs.',
  faults: {
    number: () => 'Give a whole number. Until then the code leaves this out.',
    range: ({ min, max }) => `Give ${min} to ${max}. Until then the code leaves this out.`,
    choice: ({ values }) => `Use one of ${values.join(', ')}. Until then the code leaves this out.`,
  },
};
