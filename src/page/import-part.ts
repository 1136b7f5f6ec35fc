import { LONGEST_SILENCE } from '../request.js';

/** Parts that are loading or loaded, by address. */
const brought = new Map<string, Promise<unknown>>();

/** Number of failures, by address. */
const failures = new Map<string, number>();

/** Fetches a module and checks its hash: `import` alone runs anything. Safari does not check it. */
const preload = (href: string, integrity: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (): void =>
      end(() => reject(new Error(`${href} did not come, or is another file.`)));
    const link = Object.assign(document.createElement('link'), {
      ...{ rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href },
      // `import` passes on that of its script, but a link needs its own.
      nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '',
      onload: () => end(resolve),
      onerror: fail,
    });
    const timer = setTimeout(fail, LONGEST_SILENCE);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      link.remove();
      settle();
    };
    document.head.append(link);
  });

/** Makes a new address for each attempt: Firefox and Safari never retry a failed module. */
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
 * Imports a part of a script file that the first paint does not need. The build replaces each
 * `import()` with this function if it writes the module to its own file.
 *
 * @param integrity - hash of the file
 * @returns the module; after a failure, the next call fetches it again
 */
export function importPart(href: string, integrity: string): Promise<unknown> {
  const part = brought.get(href) ?? bring(href, integrity);
  brought.set(href, part);
  return part;
}
