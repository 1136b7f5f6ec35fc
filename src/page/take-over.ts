/*
 * The script file for pages that a server rendered. It loads the script of the elements when the
 * page is idle, or at once when a reader touches it. It is small because parsing a script delays
 * painting on a phone, even if the script does nothing.
 */
import { whenIdle } from '../base/reader/idle.js';
import { HASHES } from './hashes.js';
import { importPart } from './import-part.js';

/** Events of a reader that the page has to answer. */
const TOUCHES = ['pointerdown', 'focusin', 'keydown'] as const;

const address = new URL(import.meta.url);

/** Names the file to load. `take-over.js?element=duty-list` loads one element. Default: all. */
function wantedFile(): string {
  const element = address.searchParams.get('element') ?? 'customs-widgets';
  if (`${element}.js` in HASHES) return `${element}.js`;
  console.warn(`customs-widgets: ?element=${element} is not accepted.`);
  return 'customs-widgets.js';
}

/** Resolves at the first touch. */
const touched = (): Promise<unknown> =>
  new Promise((resolve) => {
    for (const type of TOUCHES) addEventListener(type, resolve, { once: true, capture: true });
  });

/** Loads the script of the elements. After a failure, the next touch tries again. */
async function bring(file: string): Promise<void> {
  try {
    await importPart(new URL(file + address.search, address).href, HASHES[file]!);
  } catch (error) {
    console.warn('customs-widgets:', error);
    await touched();
    await bring(file);
  }
}

void Promise.race([whenIdle(), touched()]).then(() => bring(wantedFile()));
