import type { Agency } from '../src/index.js';

/* Agencies that each show one state. They have the parts for every element. */

/** Only the required members. */
export const withoutParts: Agency = { lang: 'zh-Hans', name: '示例机构' };

/** Wrong in several places of every part, like a file that was never checked. */
export const invalid: unknown = {
  lang: '中文',
  name: ' ',
  url: 'www.example.org',
  duties: { items: [{ id: '第一项', title: '负责示例工作。' }, { id: 'duty-2' }] },
  ranks: { name: '示例衔', tracks: [] },
  links: [{ label: '相对地址', url: '/about' }, { label: '没有地址' }],
};

/** One item in every list. */
export const oneItem: Agency = {
  lang: 'zh-Hans',
  name: '示例机构',
  status: '示例性质',
  summary: '负责一件事。',
  url: 'https://example.org/',
  duties: { items: [{ id: 'duty-1', title: '负责一件事。' }] },
  ranks: {
    name: '示例衔',
    tracks: [{ id: 'only', tiers: [{ id: 'tier-1', ranks: [{ id: 'rank-1', name: '示例官' }] }] }],
  },
  links: [{ label: '示例网站', url: 'https://example.org/' }],
};

const sentence =
  '会同有关部门制定管理规章制度，组织拟订发展规划并协调实施，牵头拟订联合防控工作制度。';
const paragraph = sentence.repeat(8);
/** Allows no line break. */
const unbroken = 'Rechtsschutzversicherungsgesellschaften'.repeat(3);
const longAddress = `https://${'long-name.'.repeat(8)}example.org/${'path/'.repeat(30)}${unbroken}`;

/** Texts far longer than any design expects, with words and addresses that do not break. */
export const longText: Agency = {
  lang: 'zh-Hans',
  asOf: '2026-11-23',
  name: `示例特别行政区${'出入境检验检疫与口岸综合协调管理'.repeat(3)}总署`,
  category: '名称特别长的常用网站分类'.repeat(3),
  status: `国务院直属机构（${unbroken}）`,
  level: '相当于正部级，但另有规定的除外'.repeat(2),
  summary: `${paragraph}${unbroken}${paragraph}`,
  overview: [paragraph, `${unbroken} ${paragraph}`],
  url: longAddress,
  source: {
    title: `关于${sentence.repeat(2)}的通知`,
    publisher: '示例机构'.repeat(12),
    date: '2026-01-31',
    url: longAddress,
    note: paragraph,
  },
  duties: {
    preamble: [paragraph],
    items: [
      { id: 'duty-1', title: sentence, text: paragraph.repeat(4) },
      { id: 'duty-2', title: unbroken, text: longAddress },
      { id: 'duty-3', title: sentence.repeat(5) },
    ],
  },
  ranks: {
    name: `示例衔${'（含专业技术类）'.repeat(6)}`,
    summary: paragraph,
    tracks: [
      {
        id: 'first',
        name: '名称特别长的职务序列'.repeat(5),
        article: 1234,
        tiers: [
          {
            id: 'tier-1',
            label: '第一千二百三十四等',
            name: '名称特别长的衔级等次'.repeat(4),
            ranks: [
              { id: 'rank-1', name: `特级${'高级'.repeat(20)}监督` },
              { id: 'rank-2', name: unbroken },
            ],
          },
        ],
      },
      {
        id: 'second',
        name: unbroken,
        tiers: [{ id: 'tier-2', ranks: [{ id: 'rank-3', name: '监督' }] }],
      },
    ],
    bands: [{ basis: 'position', label: paragraph, from: 'rank-1', to: 'rank-2', article: 8 }],
    conferral: [
      { from: 'rank-1', to: 'rank-2', by: sentence.repeat(2), scope: paragraph, article: 11 },
    ],
    promotion: {
      steps: [{ from: 'rank-2', to: 'rank-1', years: 40, training: true, article: 12 }],
      rules: [{ text: paragraph, article: 13 }],
    },
  },
  links: [
    { label: sentence.repeat(4), url: longAddress, description: paragraph },
    { label: unbroken, url: 'https://example.org/' },
  ],
};

const thousand = Array.from({ length: 1000 }, (_, index) => index + 1);

/** A thousand duties and a thousand links. */
export const thousandItems: Agency = {
  lang: 'zh-Hans',
  name: '示例机构',
  duties: {
    items: thousand.map((number) => ({
      id: `duty-${number}`,
      title: `负责第 ${number} 项工作。`,
      text: sentence,
    })),
  },
  links: thousand.map((number) => ({
    label: `示例网站 ${number}`,
    url: `https://site-${number}.example.org/`,
  })),
};

/** Trusted hosts, and others. */
export const trustedAndOther: Agency = {
  lang: 'zh-Hans',
  name: '示例机构',
  links: [
    {
      label: '外部网站',
      url: 'https://www.example.org/',
      description: '不在受信任的域名之内，离开前先询问。',
    },
    { label: '中国政府网', url: 'https://www.gov.cn/' },
    { label: '中华人民共和国海关总署', url: 'http://www.customs.gov.cn/' },
  ],
};

/** Written from right to left. */
export const arabic: Agency = {
  lang: 'ar',
  asOf: '2026-11-23',
  name: 'الهيئة العامة للجمارك',
  category: 'مواقع شائعة',
  status: 'هيئة حكومية مستقلة',
  level: 'مستوى وزاري',
  summary:
    'تتولى الهيئة الإشراف على حركة البضائع والمسافرين عبر المنافذ، وتحصيل الرسوم، ومكافحة التهريب.',
  overview: ['تعمل الهيئة على تيسير التجارة المشروعة، وحماية المجتمع من البضائع المحظورة.'],
  url: 'https://example.org/ar/',
  source: { title: 'قانون الجمارك', publisher: 'الجريدة الرسمية', date: '2003-02-28' },
  duties: {
    preamble: ['تختص الهيئة بما يأتي:'],
    items: [
      {
        id: 'duty-1',
        title: 'الرقابة الجمركية.',
        text: 'فحص البضائع الواردة والصادرة (Import/Export).',
      },
      { id: 'duty-2', title: 'تحصيل الرسوم.', text: 'تقدير الرسوم الجمركية والضرائب وتحصيلها.' },
      { id: 'duty-3', title: 'مكافحة التهريب.' },
    ],
  },
  ranks: {
    name: 'الرتب الجمركية',
    summary: 'تتكون الرتب من درجتين.',
    tracks: [
      {
        id: 'officers',
        article: 7,
        tiers: [
          {
            id: 'tier-1',
            label: 'الدرجة الأولى',
            ranks: [
              { id: 'general', name: 'لواء' },
              { id: 'brigadier', name: 'عميد' },
            ],
          },
          { id: 'tier-2', label: 'الدرجة الثانية', ranks: [{ id: 'colonel', name: 'عقيد' }] },
        ],
      },
    ],
    conferral: [{ from: 'general', to: 'colonel', by: 'رئيس الهيئة', article: 11 }],
    promotion: {
      steps: [{ from: 'colonel', to: 'brigadier', years: 4, article: 12 }],
      rules: [{ text: 'تكون الترقية بالأقدمية مع الكفاءة.', article: 13 }],
    },
  },
  links: [
    { label: 'الموقع الرسمي', url: 'https://example.org/ar/', description: 'البوابة الإلكترونية.' },
    { label: 'منظمة الجمارك العالمية', url: 'https://www.wcoomd.org/' },
  ],
};
