/** What is on its way, or there; by address. */
const brought = new Map<string, Promise<unknown>>();

/** Fetches a module and compares it with its hash: `import` alone would run whatever comes. */
const preload = (href: string, integrity: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      ...{ rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href },
      onload: () => resolve(),
      onerror: () => reject(new Error(`${href} did not come, or is another file.`)),
    });
    document.head.append(link);
  });

/**
 * Imports a part of a script file that the first paint does not need. The build puts this in the place of every
 * `import()` whose module it writes into a file of its own.
 *
 * @param integrity - hash of the file
 * @returns the module; one that does not come is fetched again the next time
 */
export function importPart(href: string, integrity: string): Promise<unknown> {
  let part = brought.get(href);
  if (!part) {
    part = preload(href, integrity).then(() => import(href) as Promise<unknown>);
    brought.set(href, part);
    part.catch(() => brought.delete(href));
  }
  return part;
}
