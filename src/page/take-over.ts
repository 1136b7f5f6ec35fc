/*
 * The script file for pages that a server rendered: it lets them paint, and brings the script of the elements when the
 * page is idle, or at once when a reader touches it. It is small, because reading a script keeps a telephone from
 * painting even while the script does nothing.
 */
import { whenIdle } from '../base/reader/idle.js';
import { HASHES } from './hashes.js';
import { importPart } from './import-part.js';

/** What a reader does to a page that has to answer. */
const TOUCHES = ['pointerdown', 'focusin', 'keydown'] as const;

const address = new URL(import.meta.url);

/** The file that is brought: `take-over.js?element=duty-list` names one element, and everything is the default. */
function wantedFile(): string {
  const element = address.searchParams.get('element') ?? 'customs-widgets';
  if (`${element}.js` in HASHES) return `${element}.js`;
  console.warn(`customs-widgets: ?element=${element} is not accepted.`);
  return 'customs-widgets.js';
}

/** Comes with the first touch. */
const touched = (): Promise<unknown> =>
  new Promise((resolve) => {
    for (const type of TOUCHES) addEventListener(type, resolve, { once: true, capture: true });
  });

/** Brings the script of the elements; one that does not come is asked for again at the next touch. */
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
