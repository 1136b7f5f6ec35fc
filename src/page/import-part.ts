/** What is on its way, or there; by address. */
const brought = new Map<string, Promise<unknown>>();

/** How often each did not come. */
const failures = new Map<string, number>();

/** Fetches a module and compares it with its hash: `import` alone would run whatever comes. Safari does not compare it. */
const preload = (href: string, integrity: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      ...{ rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href },
      onload: () => resolve(),
      onerror: () => reject(new Error(`${href} did not come, or is another file.`)),
    });
    document.head.append(link);
  });

/** Firefox and Safari never ask again for a module that did not come, so each try has an address of its own. */
function addressOf(href: string): string {
  const failed = failures.get(href);
  if (!failed) return href;
  const address = new URL(href);
  address.searchParams.set('again', String(failed));
  return address.href;
}

async function bring(href: string, integrity: string): Promise<unknown> {
  const address = addressOf(href);
  try {
    await preload(address, integrity);
    return await import(address);
  } catch (error) {
    brought.delete(href);
    failures.set(href, (failures.get(href) ?? 0) + 1);
    throw error;
  }
}

/**
 * Imports a part of a script file that the first paint does not need. The build puts this in the place of every
 * `import()` whose module it writes into a file of its own.
 *
 * @param integrity - hash of the file
 * @returns the module; one that does not come is fetched again the next time
 */
export function importPart(href: string, integrity: string): Promise<unknown> {
  const part = brought.get(href) ?? bring(href, integrity);
  brought.set(href, part);
  return part;
}
