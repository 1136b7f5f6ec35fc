/* Text of an office as it stands on a web site, for authors who want to try the editor. */
import type { Agency } from '../../src/agency/model.js';

/** Headings of the parts, as they stand on the page that the texts come from. */
const OVERVIEW = '概况';
const DUTIES = '主要职能';
const LINKS = '相关链接';

const numeral = (value: number): string => {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits.charAt(tens) : ''}${tens ? '十' : ''}${ones ? digits.charAt(ones) : ''}`;
};

/** Writes an agency as its page shows it. */
export function pageText(agency: Agency): string {
  const { name, category = '', summary = '', overview = [], duties, links = [] } = agency;
  const items = (duties?.items ?? []).map(
    ({ title, text = '' }, index) => `（${numeral(index + 1)}）${title}${text}`,
  );
  const parts = [
    `${name}\n${category}`,
    name,
    summary,
    '手机查看',
    `${name}——${OVERVIEW}`,
    ...overview,
    `${name}——${DUTIES}`,
    ...(duties?.preamble ?? []),
    ...items,
    LINKS,
    links.map(({ label, url }) => `${label} ${url}`).join('\n'),
  ];
  return parts.filter(Boolean).join('\n\n');
}
