/*
 * Writes the documentation pages as static files: as Storybook renders them, but without scripts.
 * They lie beside Storybook, paint at once, can be printed, and can be found by search engines.
 *
 *   node stories/.storybook/documentation-pages.mjs    after dist/storybook was built
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../../.tools/project.mjs';
import { openStories } from '../../test/stories/room/open-stories.mjs';

const nameOf = (id) => `${id.replace(/--docs$/, '')}.html`;

/** Runs in the page. Reads its content with our shadow roots, and the style rules that apply. */
function drawn() {
  const main = document.querySelector('#storybook-docs');
  const roots = [...main.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const textOf = ({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join('\n');
  for (const shadowRoot of roots) {
    const style = document.createElement('style');
    style.textContent = shadowRoot.adoptedStyleSheets.map(textOf).join('\n');
    shadowRoot.prepend(style);
  }
  // Without a script, buttons do nothing. Those in tables are also headings.
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
  return {
    html: main.getHTML({ shadowRoots: roots }),
    css: [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(kept)).join('\n'),
    summary: main.querySelector('.lead, p')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
  };
}

const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Points links between documentation pages to their files, and links to stories to Storybook. */
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

/** Writes one page. */
function write({ id, title }, { html, css, summary }, pages) {
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

/** Writes every documentation page into the folder of Storybook. */
export async function writeDocumentationPages({ docs, folder, openWindow }) {
  const { page, showDocs } = await openWindow(1000);
  for (const one of docs) {
    await showDocs(one);
    writeFileSync(join(folder, nameOf(one.id)), write(one, await page.evaluate(drawn), docs));
  }
  return docs.map(({ id }) => nameOf(id));
}

if (process.argv[1] === import.meta.filename) {
  const room = await openStories({}, resolve(import.meta.dirname, '../../dist/storybook'));
  const names = await writeDocumentationPages(room);
  await room.close();
  console.log(`dist/storybook: ${names.length} pages of the documentation`);
}
