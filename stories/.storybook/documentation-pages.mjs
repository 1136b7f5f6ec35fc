/*
 * The pages of the documentation as a server would send them: as they are when Storybook has drawn them, without any
 * script. They lie beside Storybook, paint at once, print, and can be found by search engines.
 *
 *   node stories/.storybook/documentation-pages.mjs    after dist/storybook was built
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getChromePath } from 'chrome-launcher';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';

/** Most of the time of a window is waiting, so several are open at once. */
const WINDOWS = 2;

const nameOf = (id) => `${id.replace(/--docs$/, '')}.html`;

/** Runs in the page: what it shows, with the shadow roots of our elements, and the rules of its style sheets that apply. */
function drawn() {
  document.querySelector('#storybook-highlights-root')?.remove();
  const main = document.querySelector('#storybook-docs');
  const roots = [...main.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const rulesOf = ({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join('\n');
  for (const shadowRoot of roots) {
    const style = document.createElement('style');
    style.textContent = shadowRoot.adoptedStyleSheets.map(rulesOf).join('\n');
    shadowRoot.prepend(style);
  }
  // Without a script they do nothing; those in tables are headings too.
  for (const button of main.querySelectorAll('button')) {
    if (button.closest('tr')) button.replaceWith(...button.childNodes);
    else button.remove();
  }
  const applies = ({ selectorText }) => {
    try {
      return document.querySelector(selectorText.replace(/::?[a-z-]+(\([^)]*\))?/g, '') || '*');
    } catch {
      return true;
    }
  };
  const kept = (rule) => {
    if (rule instanceof CSSStyleRule) return applies(rule) ? rule.cssText : '';
    if (!(rule instanceof CSSMediaRule)) return '';
    const inside = [...rule.cssRules].map(kept).join('');
    return inside && `@media ${rule.conditionText}{${inside}}`;
  };
  // Links within the page hold its address, which is another one when it is published.
  const here = window.location.href.replaceAll('&', '&amp;');
  return {
    html: main.getHTML({ shadowRoots: roots }).replaceAll(`${here}#`, '#'),
    css: [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(kept)).join('\n'),
    summary: main.querySelector('.lead, p')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
  };
}

const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Links between pages of the documentation lead to their files, those to stories to Storybook. */
const relink = (html, ids) =>
  html
    .replace(/ target="_top"/g, '')
    .replace(/href="(?:\.\/)?\?path=\/(docs|story)\/([\w-]+)([^"]*)"/g, (link, kind, id, rest) =>
      ids.has(id) ? `href="${nameOf(id)}${rest}"` : `href="./?path=/${kind}/${id}${rest}"`,
    );

const LOOK = `body{margin:0;padding:0 20px 64px;background:#fff;color:#2e3338;font:16px/1.65 system-ui,sans-serif}
nav,main{max-inline-size:860px;margin-inline:auto}
#storybook-docs .sbdocs-wrapper{padding:16px 0}
#storybook-docs tr[title] :is(td,td *){color:#55616f}
nav{padding-block:16px;font-size:14px}
nav summary{cursor:pointer;padding-block:12px}
nav ul{columns:220px;margin:0;padding-inline-start:20px}
nav a{display:inline-block;padding-block:4px}`;

/** The text of one page. */
function textOf({ id, title }, { html, css, summary }, pages) {
  const ids = new Set(pages.map((page) => page.id));
  const list = pages.map((page) => {
    const here = page.id === id ? ' aria-current="page"' : '';
    return `<li><a href="${nameOf(page.id)}"${here}>${escape(page.title)}</a></li>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · customs-widgets</title>
<meta name="description" content="${escape(summary.slice(0, 300))}">
<link rel="icon" href="data:,"><style>${css}\n${LOOK}</style></head>
<body><nav aria-label="Documentation"><details><summary>All pages of the documentation</summary>
<ul>${list.join('')}<li><a href="./">Stories</a></li></ul></details></nav>
<main id="storybook-docs">${relink(html, ids)}</main></body></html>
`;
}

/** Shows a built Storybook to a browser for as long as the work takes. */
async function browse(folder, work) {
  const server = createServer(sirv(folder, { dev: true })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await puppeteer.launch({
    executablePath: getChromePath(),
    args: ['--no-sandbox'],
  });
  try {
    await work(browser, `http://127.0.0.1:${server.address().port}`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The pages of the documentation in the folder of a built Storybook, by its index. */
const pagesIn = (folder) =>
  Object.values(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).entries).filter(
    ({ type }) => type === 'docs',
  );

/** Leaves the frames of a page empty: what they show is a story or a page of its own. */
export async function leaveFramesEmpty(page) {
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.isNavigationRequest() && request.frame() !== page.mainFrame()
      ? request.respond({ contentType: 'text/html', body: '<!doctype html><title>.</title>' })
      : request.continue(),
  );
}

/** Writes what the browser's page shows, one of the documentation, into the folder, and gives the name of the file. */
export async function writePage(page, one, folder) {
  const name = nameOf(one.id);
  writeFileSync(join(folder, name), textOf(one, await page.evaluate(drawn), pagesIn(folder)));
  return name;
}

/** Writes pages of the documentation, all if none is named, into the folder of a built Storybook. */
export async function writeDocumentationPages(folder, wanted = pagesIn(folder)) {
  const left = wanted.values();
  const writeRest = async (browser, origin) => {
    // A context of its own, because a tab in the background paints nothing.
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 1000, height: 1000 });
    await leaveFramesEmpty(page);
    for (const one of left) {
      const search = new URLSearchParams({ id: one.id, viewMode: 'docs' });
      // Code is coloured by a script that comes later.
      await page.goto(`${origin}/iframe.html?${search}`, { waitUntil: 'networkidle0' });
      await page.waitForSelector('.sb-show-main #storybook-docs h1');
      await writePage(page, one, folder);
    }
  };
  await browse(folder, (browser, origin) =>
    Promise.all(Array.from({ length: WINDOWS }, () => writeRest(browser, origin))),
  );
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, '../../dist/storybook');
  await writeDocumentationPages(folder);
  console.log(`dist/storybook: ${pagesIn(folder).length} pages of the documentation`);
}
