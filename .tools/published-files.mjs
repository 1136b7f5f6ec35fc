/*
 * Writes what lies beside the scripts in dist/cdn: data, strings, style sheets, frame page, versioned copies, and
 * integrity.json. When the pages of the project are built, writes the archive.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { byKey } from './locales.mjs';
import { root, version } from './project.mjs';
import { defaultStylesheet, publishTokens } from './tokens.mjs';

const NAME = 'integrity.json';

const cdn = join(root, 'dist/cdn');

/** Lists the files that pages use. Leaves out source maps: they are large, and developers have npm. */
export const filesOfPages = () =>
  readdirSync(cdn, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.endsWith('.map') && statSync(join(cdn, name)).isFile())
    .sort();

/** Returns the hash of a file, as the attribute `integrity` needs it. */
export const integrityOf = (content, algorithm = 'sha384') =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** Adds the version to the name of a script file: `duty-list-1.2.0.classic.js`. */
export const versioned = (name) => name.replace(/(\.classic)?\.js$/, `-${version}$&`);

/** Writes integrity.json: size and hash of each file. */
export function writeIntegrity() {
  const names = filesOfPages().filter((name) => name !== NAME);
  const files = Object.fromEntries(
    names.map((name) => {
      const content = readFileSync(join(cdn, name));
      return [name, { bytes: content.length, integrity: integrityOf(content) }];
    }),
  );
  writeFileSync(join(cdn, NAME), `${JSON.stringify({ version, files }, null, 2)}\n`);
}

/** Fixed date, for reproducible archives. ZIP starts in 1980. */
const DATE = new Date(1980, 0, 1);

/** Byte order mark. Without it, GBK pages and old Windows editors misread the file. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A file that everybody may read, as Unix writes it: without it, unpacked files are closed to a web server. */
const READABLE = 0o100644 << 16;

export const pack = (files) => zipSync(files, { level: 9, mtime: DATE, os: 3, attrs: READABLE });

/** Style sheets of the project's pages, beside the one with the tokens. */
const PAGE_STYLES = ['pages.css', 'fields.css', 'builder.css', 'editor.css'];

/** The project's pages, which the archive has too. */
const PAGES = ['builder.html', 'editor.html'];

/** Lists the files of a folder that are there: path in the archive → content. */
const contents = (folder, names, under = '') =>
  names
    .filter((name) => existsSync(join(root, folder, name)))
    .map((name) => [under + name, readFileSync(join(root, folder, name))]);

/** Writes dist/customs-widgets-<version>.zip. */
export function writeArchive() {
  const offline = 'src/page/offline';
  const readme = readFileSync(join(root, offline, 'README.txt'), 'utf8');
  const lines = readme.replace('{version}', version).replaceAll('\n', '\r\n');
  const scripts = PAGES.map((name) => name.replace('.html', '.js'));
  const files = [
    ...contents('.', ['LICENSE', 'CHANGELOG.md']),
    ['README.txt', Buffer.from(BYTE_ORDER_MARK + lines)],
    ...contents(offline, ['example.html', 'agency.json']),
    ['bundle/agency.js', Buffer.from(BYTE_ORDER_MARK + exampleScript())],
    ...contents('dist/schema', ['agency.schema.json']),
    ...contents('stories/demo', PAGES).map(([name, content]) => [
      name,
      // The demo is not in the archive.
      Buffer.from(content.toString().replace('index.html', 'example.html')),
    ]),
    ...contents('dist/demo', [...scripts, 'tokens.css', ...PAGE_STYLES], 'bundle/'),
    ...contents('dist/cdn', filesOfPages(), 'customs-widgets/'),
  ];
  const sorted = Object.fromEntries(files.sort(([one], [two]) => (one < two ? -1 : 1)));
  const name = `customs-widgets-${version}.zip`;
  writeFileSync(join(root, 'dist', name), pack(sorted));
  // Keeps the archive out of npm, which has the folder.
  writeFileSync(join(root, 'dist/.npmignore'), '*.zip\n');
}

/** Sources that pages load unchanged. */
const COPIED = ['frame/frame.html', 'frame/frame.css', 'space.css'];

/** JSON that is also a script, for pages that cannot fetch it or want no request for it. */
const PACKED = ['gacc/zh-Hans.json', 'gacc/en.json', 'strings/en.json'];

function write(name, text) {
  const file = join(root, 'dist', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const isJson = (name) => name.endsWith('.json');

/** Writes each JSON file of a source folder twice: readable for npm, in one line for pages. */
function writeJson(from, beside, publish) {
  for (const name of readdirSync(join(root, 'src', from)).filter(isJson)) {
    const value = publish(JSON.parse(readFileSync(join(root, 'src', from, name), 'utf8')));
    write(`${from}/${name}`, `${JSON.stringify(value, null, 2)}\n`);
    write(`cdn/${beside}/${name}`, JSON.stringify(value));
  }
}

/** Escapes `<` and line separators, which break HTML or old JavaScript. */
const inScript = (json) =>
  json.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * Stores a value as an answer, in the shape of src/answers.ts, under the address of the JSON file. Every copy of the
 * library finds it, whichever loads first.
 *
 * @param address - expression for the address, which may use `own`, the address of the script
 */
const answerScript = (json, address) => `!function (value) {
  var script = document.currentScript, own = script ? script.src : '';
  var key = Symbol.for('customs-widgets/requests/2');
  var answers = window[key] || (window[key] = new Map());
  var answer = { answer: Promise.resolve(value), settled: true, given: true, waiting: 0 };
  answers.set(${address}, answer);
}(${inScript(json)});
`;

/** A JSON file as a script. Where it was joined with others, its folder is found as src/page/script-address.ts does. */
const packOf = (file, json) =>
  answerScript(
    json,
    `(function (meta) {
    if (meta) return new URL('${file}', new URL(meta.content.replace(/\\/?(\\?|$)/, '/$1'), document.baseURI)).href;
    if (!script) console.warn('customs-widgets: ${basename(file, '.json')}.js works without type="module" only.');
    var isNamed = own.replace(/[?#].*/, '').slice(-${file.length - 2}) === '${file.replace(/on$/, '')}';
    return new URL(isNamed ? '${basename(file)}' : '${file}', own || document.baseURI).href;
  })(document.querySelector('head > meta[name=customs-widgets]'))`,
  );

/** The example as a script: it stands for agency.json on a disk, where pages cannot read files. */
function exampleScript() {
  const json = JSON.parse(readFileSync(join(root, 'src/page/offline/agency.json'), 'utf8'));
  const script = answerScript(JSON.stringify(json), `new URL('../agency.json', own).href`);
  return `if (location.protocol === 'file:') {\n${script}}\n`;
}

/** Writes the style sheets of server renderings, for policies without inline styles. */
async function writeStylesheets() {
  const rendering = pathToFileURL(join(root, 'dist/render/server.js')).href;
  const { ELEMENT_NAMES, needsData, stylesheetOf } = await import(rendering);
  for (const name of ELEMENT_NAMES.filter(needsData)) write(`cdn/${name}.css`, stylesheetOf(name));
  write('cdn/plain.css', stylesheetOf('duty-list', 'html'));
}

/** True for a script file without a version in its name. */
const isScript = (name) => name.endsWith('.js') && !/-\d+\.\d+\.\d+/.test(name);

export const publishedFiles = {
  name: 'published-files',
  async writeBundle() {
    writeJson('agency/gacc', 'gacc', (agency) => agency);
    writeJson('base/language/strings', 'strings', byKey);
    for (const file of PACKED) {
      const json = readFileSync(join(root, 'dist/cdn', file), 'utf8');
      write(`cdn/${file.replace(/json$/, 'js')}`, BYTE_ORDER_MARK + packOf(file, json));
    }
    for (const file of COPIED) {
      copyFileSync(join(root, 'src/page', file), join(root, 'dist/cdn', basename(file)));
    }
    publishTokens();
    for (const name of readdirSync(join(root, 'dist/cdn')).filter(isScript)) {
      copyFileSync(join(root, 'dist/cdn', name), join(root, 'dist/cdn', versioned(name)));
    }
    await writeStylesheets();
    writeIntegrity();
  },
};

/** Returns what the pages of the project have in their scripts: names of `virtual:published` → values. */
export function publishedValues() {
  const read = (file) => JSON.parse(readFileSync(join(root, 'dist', file), 'utf8'));
  const languages = readdirSync(join(root, 'dist/agency/gacc'))
    .filter(isJson)
    .map((name) => [basename(name, '.json'), read(`agency/gacc/${name}`)]);
  return {
    declared: read('custom-elements.json')
      .modules.flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName)
      .map(({ name, tagName, summary, description, attributes }) => ({
        name,
        tagName,
        summary,
        description,
        attributes,
      })),
    version,
    files: read(`cdn/${NAME}`).files,
    strings: read('cdn/strings/en.json'),
    agencies: { gacc: Object.fromEntries(languages) },
  };
}

/** Writes the style sheets of the pages beside their scripts, and then the archive. */
export const archive = {
  name: 'archive',
  writeBundle() {
    write('demo/tokens.css', defaultStylesheet());
    for (const name of PAGE_STYLES) {
      const file = join(root, 'stories/demo', name);
      if (existsSync(file)) copyFileSync(file, join(root, 'dist/demo', name));
    }
    writeArchive();
  },
};
