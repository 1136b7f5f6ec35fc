/*
 * Writes what lies beside the scripts in dist/cdn: data, strings, style sheets, frame page, versioned copies. Then
 * writes integrity.json and the archive.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
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
import { publishTokens } from './tokens.mjs';

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

export const pack = (files) => zipSync(files, { level: 9, mtime: DATE, os: 3 });

/** Writes dist/customs-widgets-<version>.zip. */
export function writeArchive() {
  const offline = (name) => readFileSync(join(root, 'src/page/offline', name), 'utf8');
  const readme = offline('README.txt').replace('{version}', version).replaceAll('\n', '\r\n');
  const files = {
    LICENSE: readFileSync(join(root, 'LICENSE')),
    'CHANGELOG.md': readFileSync(join(root, 'CHANGELOG.md')),
    'README.txt': Buffer.from(BYTE_ORDER_MARK + readme),
    'example.html': Buffer.from(offline('example.html')),
  };
  for (const name of filesOfPages()) files[`cdn/${name}`] = readFileSync(join(cdn, name));
  const sorted = Object.fromEntries(
    Object.entries(files).sort(([one], [two]) => (one < two ? -1 : 1)),
  );
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

/** Writes each JSON file of a source folder twice: readable for npm, in one line for pages. */
function writeJson(from, beside, publish) {
  for (const name of readdirSync(join(root, 'src', from))) {
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
 */
const scriptOf = (file, json) => `(function (value) {
  var script = document.currentScript;
  if (!script) return console.warn('customs-widgets: ${basename(file, '.json')}.js works without type="module" only.');
  var key = Symbol.for('customs-widgets/requests/2');
  var answers = window[key] || (window[key] = new Map());
  var answer = { answer: Promise.resolve(value), settled: true, given: true, waiting: 0 };
  answers.set(new URL('${basename(file)}', script.src).href, answer);
})(${inScript(json)});
`;

/** Writes the style sheets of server renderings, for policies without inline styles. */
async function writeStylesheets() {
  const rendering = pathToFileURL(join(root, 'dist/render/node.js')).href;
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
      write(`cdn/${file.replace(/json$/, 'js')}`, BYTE_ORDER_MARK + scriptOf(file, json));
    }
    for (const file of COPIED) {
      copyFileSync(join(root, 'src/page', file), join(root, 'dist/cdn', basename(file)));
    }
    // Copies the manifest, which the embed builder reads.
    copyFileSync(
      join(root, 'dist/custom-elements.json'),
      join(root, 'dist/demo/custom-elements.json'),
    );
    publishTokens();
    for (const name of readdirSync(join(root, 'dist/cdn')).filter(isScript)) {
      copyFileSync(join(root, 'dist/cdn', name), join(root, 'dist/cdn', versioned(name)));
    }
    await writeStylesheets();
    writeIntegrity();
    writeArchive();
  },
};
