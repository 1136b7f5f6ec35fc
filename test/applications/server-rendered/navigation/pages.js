/* Pages that a server renders, for scripts that swap them without loading them: Turbo and htmx. */
import { render } from 'customs-widgets/render';
import agency from './agency.json' with { type: 'json' };

/** What a page writes for each script: the script itself, into the head, and how it takes links. */
const SCRIPTS = {
  turbo: {
    file: '@hotwired/turbo/dist/turbo.es2017-umd.js',
    // Refreshes change only what is different.
    head: '<meta name="turbo-refresh-method" content="morph">',
    body: '',
    kept: 'data-turbo-permanent',
  },
  htmx2: { file: 'htmx2/dist/htmx.min.js', head: '', body: 'hx-boost="true"', kept: 'hx-preserve' },
  htmx4: {
    file: 'htmx.org/dist/htmx.min.js',
    head: '',
    body: 'hx-boost:inherited="true"',
    kept: 'hx-preserve',
  },
};

export const fileOf = (script) => SCRIPTS[script].file;

const duties = () => render('duty-list', { data: agency, attributes: { filter: true } });
const links = () => render('link-list', { data: agency });

/** The same box stays on all pages, with what somebody wrote in it. */
const boxOf = ({ kept }) =>
  `<customs-comment-box id="comments" ${kept} endpoint="/comments" site="police">
    <p>Comments follow.</p>
  </customs-comment-box>`;

const PLACEHOLDER = '<div data-customs-widget="profile-card" data-src="/agency.json"></div>';

/** Title and content of each page. */
const CONTENT = {
  '/': ['Duties', (script) => duties() + boxOf(script)],
  '/links': ['Links', (script) => links() + boxOf(script)],
  '/about': ['About', () => duties() + PLACEHOLDER],
};

let count = 0;

/** Writes a page; `undefined` if there is none at this address. */
export function pageAt(address, script) {
  if (!CONTENT[address]) return undefined;
  const [title, content] = CONTENT[address];
  const { head, body } = SCRIPTS[script];
  count += 1;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    ${head}
    <script defer src="/${script}.js"></script>
    <script type="module" src="/customs-widgets/take-over.js"></script>
  </head>
  <body ${body}>
    <nav><a href="/">Duties</a> <a href="/links">Links</a></nav>
    <h1>${title}</h1>
    <p>Rendering ${count}</p>
    ${content(SCRIPTS[script])}
  </body>
</html>`;
}
