/*
 * The cases as an author would write them with a library of general components: Shoelace (`sl-`),
 * or its successor Web Awesome, which has the same tags (`wa-`).
 */
import { escape } from '../../../dist/render/escape.js';

/** Components of each case. Its script contains only these. */
export const COMPONENTS = {
  card: ['card', 'button', 'qr-code'],
  duties: ['card', 'button', 'copy-button'],
  ranks: ['card', 'button', 'button-group', 'select', 'option', 'badge'],
  comments: ['card', 'button', 'textarea', 'input', 'checkbox', 'relative-time'],
};

const buttons = (prefix, ...labels) =>
  labels.map((label) => `<${prefix}-button>${label}</${prefix}-button>`).join('');

const source = ({ source, asOf }) =>
  `<p slot="footer">来源：《${escape(source.title)}》 核对日期：${asOf}</p>`;

/** @type {Record<string, (prefix: string, agency: object, items: readonly object[]) => string>} */
export const MARKUP = {
  card: (prefix, agency) => `<${prefix}-card><h2 slot="header">${agency.name}</h2>
<dl><dt>机构性质</dt><dd>${agency.status}</dd><dt>级别</dt><dd>${agency.level}</dd></dl>
<p>${escape(agency.summary)}</p><${prefix}-qr-code value="${agency.url}"></${prefix}-qr-code>
<div>${buttons(prefix, '官方网站', '手机查看', '复制链接', '保存名片', '打印')}</div>${source(agency)}</${prefix}-card>`,

  duties: (prefix, agency) =>
    `<${prefix}-card><h2 slot="header">主要职能</h2><ol>${agency.duties.items
      .map(
        ({ title, text = '' }) =>
          `<li><strong>${escape(title)}</strong>${escape(text)}<${prefix}-copy-button value="${escape(title)}"></${prefix}-copy-button></li>`,
      )
      .join(
        '',
      )}</ol><div>${buttons(prefix, '文本', 'CSV', 'JSON', '打印')}</div>${source(agency)}</${prefix}-card>`,

  ranks: (prefix, agency) => {
    const option = ({ id, label, name }) =>
      `<${prefix}-option value="${id}">${label ?? name}</${prefix}-option>`;
    const tiers = agency.ranks.tracks[0].tiers;
    const ranks = tiers.flatMap((tier) => tier.ranks);
    const select = (label, options) =>
      `<${prefix}-select label="${label}">${options.map(option).join('')}</${prefix}-select>`;
    return `<${prefix}-card><h2 slot="header">${agency.ranks.name}</h2>
<${prefix}-button-group>${buttons(prefix, '阶梯', '表格')}</${prefix}-button-group>
${select('按职务查衔级', agency.ranks.bands)}${select('从哪一级算起', ranks)}${tiers
      .map(
        (tier) =>
          `<h3>${tier.label ?? ''} ${tier.name ?? ''}</h3><ol>${tier.ranks
            .map(
              ({ name, bands = [] }) =>
                `<li><${prefix}-badge>${name}</${prefix}-badge><dl><dt>职务</dt><dd>${bands.join(' ')} 第八条</dd><dt>批准授予</dt><dd>第十一条</dd></dl><p>选升 第十四条</p></li>`,
            )
            .join('')}</ol>`,
      )
      .join('')}<div>${buttons(prefix, '打印')}</div>${source(agency)}</${prefix}-card>`;
  },

  comments: (prefix, _, items) => `<h2>评论</h2><form>
<${prefix}-textarea label="评论内容" maxlength="2000"></${prefix}-textarea>
<${prefix}-input label="称呼（可不填）"></${prefix}-input>
<${prefix}-checkbox>我已阅读个人信息处理说明</${prefix}-checkbox>
${buttons(prefix, '发表评论')}</form><h3>评论记录</h3>${items
    .map(
      ({ authorName, createdAt, body }) =>
        `<${prefix}-card><p><strong>${authorName ?? '匿名'}</strong> <${prefix}-relative-time date="${createdAt}" lang="zh-CN"></${prefix}-relative-time></p>${buttons(prefix, '回复', '举报')}<p>${escape(body)}</p></${prefix}-card>`,
    )
    .join('')}`,
};
