/* Packs: the JSON files of dist/cdn as scripts, for pages that cannot fetch, or want to make no request for them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './project.mjs';

const PACKED = ['gacc/zh-Hans.json', 'gacc/en.json', 'strings/en.json'];

/** Without it a page in GBK reads the pack as GBK. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Characters that mean something to a parser of HTML or of old JavaScript, but not in JSON. */
const inScript = (json) =>
  json.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/*
 * Hands the value over in the shape of an answer of src/request.ts, under the address of the JSON beside the
 * pack, so that every copy of the library in the page finds it, whichever of the two comes first.
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

export function writePacks() {
  for (const file of PACKED) {
    const path = join(root, 'dist/cdn', file);
    const code = BYTE_ORDER_MARK + pack(file, readFileSync(path, 'utf8'));
    writeFileSync(path.replace(/json$/, 'js'), code);
  }
}
