/*
 * The script file for pages that a server rendered. It loads the script of the elements when the
 * page is idle, or at once when a reader touches it. It is small because parsing a script delays
 * painting on a phone, even if the script does nothing.
 */
import { whenIdle } from '../base/reader/idle.js';
import { VERSION } from '../version.js';
import { HASHES } from './hashes.js';
import { importPart } from './import-part.js';
import { SCRIPT_ADDRESS } from './script-address.js';

/** Events of a reader that the page has to answer, and the return of a lost connection. */
const TOUCHES = ['pointerdown', 'focusin', 'keydown', 'online'] as const;

const address = new URL(SCRIPT_ADDRESS);

/** Names the script to load. `take-over.js?element=duty-list` loads one element. Default: all. */
function wantedScript(): string {
  const element = address.searchParams.get('element') ?? 'customs-widgets';
  if (element in HASHES) return element;
  console.warn(`customs-widgets: ?element=${element} is not accepted.`);
  return 'customs-widgets';
}

/**
 * Resolves at the first touch.
 *
 * @param earlier - ends the wait too
 */
const touched = (earlier?: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      for (const type of TOUCHES) removeEventListener(type, end, true);
      resolve();
    };
    for (const type of TOUCHES) addEventListener(type, end, true);
    void earlier?.then(end);
  });

/**
 * Loads the script of the elements, by the name that has its version: an update of the folder
 * leaves that file as it is. After a failure, the next touch tries again.
 */
async function bring(script: string): Promise<void> {
  const file = `${script}-${VERSION}.js${address.search}`;
  try {
    await importPart(new URL(file, address).href, HASHES[script]!);
  } catch (error) {
    console.warn('customs-widgets:', error);
    await touched();
    await bring(script);
  }
}

void touched(whenIdle()).then(() => bring(wantedScript()));
