/* An agency as people write it, with every member, for tests that change it. */
const source = {
  title: '机构简介',
  publisher: '示例局',
  date: '2003年2月28日',
  url: 'www.a.cn',
  note: '节选',
};

export const SAMPLE = {
  name: '示例局',
  id: 'sample',
  lang: 'zh-Hans',
  asOf: '2026年1月5日',
  source,
  translation: { of: 'en', official: false },
  category: '常用网站',
  status: '直属机构',
  level: '正局级',
  summary: '示例局负责示例。',
  overview: '第一段。\n第二段。',
  url: 'www.example.gov.cn',
  telephone: 12345,
  address: '示例路 1 号',
  openingHours: '9:00–17:00',
  duties: {
    preamble: ['主要职责是：'],
    items: ['（一）负责甲。拟订制度。', { title: '负责乙。', text: '丙。' }, { text: '负责丁。' }],
    source: '三定规定',
  },
  ranks: {
    name: '示例衔',
    summary: '设二等。',
    source,
    tracks: [
      { id: 'main', name: '主', article: 7, tiers: ['总长', { label: '二等', ranks: ['一级长'] }] },
      { id: 'other', tiers: [{ id: 't', name: '员', ranks: [{ id: 'r', name: '一级员' }] }] },
    ],
    bands: [{ basis: 'position', label: '局长', from: 'rank-1', to: 'rank-2', article: 8 }],
    conferral: [{ from: 'rank-1', to: 'rank-2', by: '总理', scope: '本局', article: 11 }],
    promotion: {
      steps: [{ from: 'rank-2', to: 'rank-1', years: 3, training: true, trainingArticle: 16 }],
      rules: [{ text: '可以提前晋级。', article: 13 }],
    },
  },
  links: [
    '省厅 https://a.example/',
    { label: '公开', url: '/xxgk/', description: '一句说明', group: '本站' },
    { group: '上级', links: ['教育部 www.moe.gov.cn', { label: '信箱', url: 'mailto:a@b.cn' }] },
  ],
};
