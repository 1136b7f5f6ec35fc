/*
 * Where the files of the library come from. In the package they are modules, which every bundler
 * follows. In script files, the build puts the folder with the JSON files here instead.
 */
import { RequestError } from './request.js';
import { warnOnce } from './warnings.js';

/** A file that comes with the library: the data of an agency, or the strings of a language. */
export interface LibraryFile {
  /** Path in the folder of the files, without its ending: `gacc/en`. */
  readonly path: string;
  /** Imports it as a module. Script files have none: they fetch JSON. */
  readonly load: (() => Promise<{ readonly default: unknown }>) | undefined;
}

/** Address of the folder with the files; `undefined` if they are modules. */
export const LIBRARY_FOLDER: string | undefined = undefined;

/** Imports a file. */
export async function importFile({ path, load }: LibraryFile): Promise<unknown> {
  try {
    return (await load!()).default;
  } catch (reason) {
    throw new RequestError('offline', path, { reason });
  }
}

/** Says what an application can do about a file that did not load. The page doctor tells webmasters. */
export function explainMissing({ path }: LibraryFile): void {
  const provide = path.startsWith('strings/') ? 'provideStrings' : 'provideAgency';
  warnOnce(
    `${path} did not load. Use ${provide}(), or setBasePath() with the folder of ${path}.json.`,
  );
}

/** Milliseconds after which the slowest page has hydrated. */
const HYDRATED = 5000;

/** Elements that wait for their framework to set the data. */
const waiting = new WeakSet<Element>();

/** Says, once hydration is over, what to do about data that a server has written as `[object Object]`. */
export function explainUnset(element: Element & { readonly data?: unknown }): void {
  if (waiting.has(element)) return;
  waiting.add(element);
  setTimeout(() => {
    if (element.data === undefined && element.isConnected) warnUnset(element);
  }, HYDRATED);
}

function warnUnset({ localName }: Element): void {
  warnOnce(
    `<${localName}> got an attribute data="[object Object]" and no data: a server writes no objects. Use the components of customs-widgets/preact (or react, vue, svelte), or write the data inside: <script type="application/json">.`,
  );
}
