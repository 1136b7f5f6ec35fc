/* The markup of pages with the widgets, and with what else a host has. */

const THREAD = 'endpoint="/" site="customs" thread="hosts"';

const WIDGETS = `
<customs-profile-card agency="gacc"><p>原文</p></customs-profile-card>
<customs-duty-list agency="gacc" filter><p>原文</p></customs-duty-list>
<customs-rank-ladder agency="gacc"></customs-rank-ladder>
<customs-link-list agency="gacc" external-notice trusted="example.org"></customs-link-list>
<customs-comment-box ${THREAD}></customs-comment-box>`;

/** The same by one tag. */
const WHOLE = `<customs-agency-page agency="gacc" filter external-notice trusted="example.org" ${THREAD}></customs-agency-page>`;

/** The number is a word of the text around it, and looks like that. */
const COUNT = `<p>评论：<customs-comment-count ${THREAD}></customs-comment-count></p>`;

/** What the page itself is there for: a field that its own keys may lead to. */
const OWN =
  '<form name="search" id="search" action="/search"><input name="q" title="关键词"><button>搜索</button></form>';

/** Pages differ in width, margins and letters. The widgets stand in one place that does not. */
const PLACE = {
  position: 'absolute',
  inset: '0 auto auto 0',
  width: '100%',
  margin: '0',
  padding: '0',
  border: '0',
  float: 'none',
  display: 'block',
  'box-sizing': 'border-box',
  background: '#fff',
};

const inPlace = (markup) => {
  const styles = Object.entries(PLACE).map(([name, value]) => `${name}: ${value} !important`);
  return `<div id="widgets" style="${styles.join('; ')}">${markup}</div>`;
};

const tagOf = (library) =>
  library.endsWith('.css')
    ? `<link rel="stylesheet" href="/libraries/${library}">`
    : `<script src="/libraries/${library}"></script>`;

const inline = (code) => (code ? `<script>${code}</script>` : '');

/** Address and type of the script of the widgets. Old pages have the classic one. */
export const scriptOf = ({ isModule }) =>
  isModule
    ? ['/cdn/customs-widgets.js', 'module']
    : ['/cdn/customs-widgets.classic.js', 'text/javascript'];

/** Tag of that script, if it comes before all others. */
function firstScript({ isLate, ...host }) {
  const [address, type] = scriptOf(host);
  return isLate ? `<script id="script-of-widgets" type="${type}" src="${address}"></script>` : '';
}

/**
 * Writes the page of a host.
 *
 * @param host - `before`, a script; `load`, libraries; `head`, more of it; `call`, a script in the end; `around`, what
 * the page puts around the widgets; `isLate`, whether the script of the widgets comes first and not later; `isWhole`,
 * whether one tag brings all; or the whole `markup`
 */
export function pageOf(host) {
  const { before, load = [], head = '', call, around = (all) => all } = host;
  if (host.markup) return host.markup;
  const { doctype = '<!doctype html>' } = host;
  const widgets = inPlace(host.isWhole ? WHOLE : WIDGETS);
  return `${doctype}<html lang="zh-Hans"><head><meta charset="utf-8"><title>页面</title>
<link rel="icon" href="data:,">${firstScript(host)}${inline(before)}${load.map(tagOf).join('')}${head}</head>
<body>${OWN}${COUNT}${around(widgets)}${inline(call)}</body></html>`;
}
