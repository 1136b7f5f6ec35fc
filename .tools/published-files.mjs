/*
 * A plug-in for the last build of the script files: it writes what else lies in dist/cdn. That is the data and strings as
 * JSON and as scripts, style sheets, and the page of the frame; then the list of all files, and the archive.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BYTE_ORDER_MARK, versioned, writeArchive, writeIntegrity } from './integrity.mjs';
import { byKey } from './locales.mjs';
import { root } from './project.mjs';
import { publishTokens } from './tokens.mjs';

/** Files of the sources that pages load as they are. */
const COPIED = ['frame/frame.html', 'frame/frame.css', 'space.css'];

/** JSON that is a script too, for pages that cannot fetch, or want to make no request for it. */
const PACKED = ['gacc/zh-Hans.json', 'gacc/en.json', 'strings/en.json'];

/** Writes a file of dist, and the folder that it lies in. */
function write(name, text) {
  const file = join(root, 'dist', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes each JSON file of a folder of the sources for npm, and in one line for pages. */
function writeJson(from, beside, publish) {
  for (const name of readdirSync(join(root, 'src', from))) {
    const value = publish(JSON.parse(readFileSync(join(root, 'src', from, name), 'utf8')));
    write(`${from}/${name}`, `${JSON.stringify(value, null, 2)}\n`);
    write(`cdn/${beside}/${name}`, JSON.stringify(value));
  }
}

/** Escapes what means something to a parser of HTML or of old JavaScript, but not in JSON. */
const inScript = (json) =>
  json.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * A script that hands over a value in the shape of an answer of src/request.ts, under the address of the JSON beside it.
 * So every copy of the library in the page finds it, whichever of the two comes first.
 */
const pack = (file, json) => `(function (value) {
  var script = document.currentScript;
  if (!script) return console.warn('customs-widgets: ${basename(file, '.json')}.js works without type="module" only.');
  var key = Symbol.for('customs-widgets/requests/2');
  var answers = window[key] || (window[key] = new Map());
  var answer = { answer: Promise.resolve(value), settled: true, given: true, waiting: 0 };
  answers.set(new URL('${basename(file)}', script.src).href, answer);
})(${inScript(json)});
`;

/** Writes the style sheets of server renderings, for pages whose policy allows no inline styles. */
async function writeStylesheets() {
  const rendering = pathToFileURL(join(root, 'dist/render/node.js')).href;
  const { ELEMENT_NAMES, needsData, stylesheetOf } = await import(rendering);
  for (const name of ELEMENT_NAMES.filter(needsData)) write(`cdn/${name}.css`, stylesheetOf(name));
  write('cdn/plain.css', stylesheetOf('duty-list', 'html'));
}

/** A script file under its plain name. */
const isScript = (name) => name.endsWith('.js') && !/-\d+\.\d+\.\d+/.test(name);

export const publishedFiles = {
  name: 'published-files',
  async writeBundle() {
    writeJson('agency/gacc', 'gacc', (agency) => agency);
    writeJson('base/language/strings', 'strings', byKey);
    for (const file of PACKED) {
      const json = readFileSync(join(root, 'dist/cdn', file), 'utf8');
      write(`cdn/${file.replace(/json$/, 'js')}`, BYTE_ORDER_MARK + pack(file, json));
    }
    for (const file of COPIED) {
      copyFileSync(join(root, 'src/page', file), join(root, 'dist/cdn', basename(file)));
    }
    // The builder of snippets reads it beside its own script.
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
