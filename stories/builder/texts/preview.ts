/* Words of the preview. */

export const previewChinese = {
  preview: '预览',
  stage: '预览区，可滚动',
  width: '宽度',
  phone: '手机 360',
  desktop: '桌面 1024',
  scheme: '配色',
  light: '浅色',
  dark: '深色',
  scaled: (percent: number) => `按 ${percent}% 缩小显示`,
  demoComments: '预览里的评论是演示数据。填好同一网站的服务地址和站点名后，显示真实的评论。',
  previewWaits: '还没有可以预览的内容。',
  toCode: '去复制代码',
};

export const previewEnglish: typeof previewChinese = {
  preview: 'Preview',
  stage: 'Box of the preview, which scrolls',
  width: 'Width',
  phone: 'Phone 360',
  desktop: 'Desktop 1024',
  scheme: 'Colours',
  light: 'Light',
  dark: 'Dark',
  scaled: (percent) => `Shown at ${percent}%`,
  demoComments:
    'The comments in the preview are made up. Give the address of a service on this site and the name of the site to see real ones.',
  previewWaits: 'There is nothing to preview yet.',
  toCode: 'Go to the code',
};
