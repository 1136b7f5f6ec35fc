import { askAhead, requestOnce } from './answers.js';
import { explainMissing, importFile, LIBRARY_FOLDER, type LibraryFile } from './library-origin.js';

let folder = LIBRARY_FOLDER;

/**
 * Names the folder of the data and strings that come with the library. They are then fetched as
 * JSON, as from `dist/cdn`, and not imported. To be called before the elements need them.
 *
 * @param path - address of the folder, relative to the page: `/assets/customs-widgets/`;
 * `undefined` imports them again
 * @throws TypeError if the address is malformed
 */
export function setBasePath(path: string | undefined): void {
  // A server that runs the code of a page brings nothing.
  if (typeof document === 'undefined') return;
  folder =
    path === undefined ? LIBRARY_FOLDER : new URL(path.replace(/\/?$/, '/'), document.baseURI).href;
}

/** Finds the address of a file; `undefined` if it is imported. */
const addressOf = ({ path }: LibraryFile): string | undefined =>
  folder === undefined ? undefined : new URL(`${path}.json`, folder).href;

/** Requests a file that will be needed in a moment. */
export function askFileAhead(file: LibraryFile): void {
  const address = addressOf(file);
  if (address) askAhead(address);
}

/**
 * Brings a file, once for the whole page.
 *
 * @param fresh - `true` asks the server again despite a kept response
 * @returns its content; rejects with a `RequestError`
 */
export async function bringFile(
  file: LibraryFile,
  signal: AbortSignal,
  fresh?: boolean,
): Promise<unknown> {
  const address = addressOf(file);
  try {
    return await (address ? requestOnce(address, signal, fresh) : importFile(file));
  } catch (error) {
    if (!signal.aborted) explainMissing(file);
    throw error;
  }
}
