import type { PageRecord } from '../page-record.js';
import { ELEMENT_NAMES } from '../../elements.js';
import { checkPolicy, folderOf } from './check-policy.js';
import type { Find, Finding } from './findings.js';

const FILE_NAME = new RegExp(`(^|/)(customs-widgets|${ELEMENT_NAMES.join('|')})\\.js([?#]|$)`);

/** Checks script files: loaded twice, in different versions, or in a way that cannot work. */
function* checkScripts({ copies }: PageRecord, find: Find): Generator<Finding> {
  if (!copies.length) yield find('no-script');
  const guess = copies.find(({ isGuess }) => isGuess);
  if (guess) yield find('folder', [folderOf(guess.address)]);
  const versions = [...new Set(copies.map(({ version }) => version))];
  if (versions.length > 1) yield find('versions', [versions.join(', ')]);
  const seen = new Map<string, string[]>();
  for (const { prefix, widgets, address } of copies) {
    for (const widget of widgets) {
      const tag = `${prefix}-${widget}`;
      seen.set(tag, [...(seen.get(tag) ?? []), address]);
    }
  }
  const repeated = [...seen].filter(([, addresses]) => addresses.length > 1);
  // One finding for all files, not one for each element in them.
  const [first] = repeated;
  if (first)
    yield find('duplicate', [repeated.map(([tag]) => tag).join(', '), first[1].join(', ')]);
  for (const script of document.scripts) {
    const { src, type, integrity } = script;
    if (!src) continue;
    const isOurs = copies.some(({ address }) => address === src);
    if (location.protocol === 'file:' && type === 'module' && FILE_NAME.test(src)) {
      yield find('module-on-disk', [src], script);
    } else if (isOurs && !integrity && new URL(src).origin !== location.origin) {
      yield find('integrity', [src], script);
    }
  }
}

/** Checks the page as a whole. */
export function* checkPage(
  page: PageRecord,
  elements: readonly Element[],
  find: Find,
): Generator<Finding> {
  yield* checkScripts(page, find);
  yield* checkPolicy(page, elements, find);
  if (!document.documentElement.lang) yield find('lang', [], document.documentElement);
  if (document.compatMode === 'BackCompat') yield find('quirks');
  if (document.characterSet !== 'UTF-8') yield find('encoding', [document.characterSet]);
}
