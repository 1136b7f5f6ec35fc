/* Hands the options of the command to the suites, which run in a process of their own. */

/** The backend under test, and what the tester knows about it. */
export interface Options {
  url: string;
  /** A second process on the same database. */
  second?: string | undefined;
  site?: string | undefined;
  /** Bearer token of a moderator, better of an administrator. */
  token?: string | undefined;
  /** An Origin on the site's allow-list. */
  origin?: string | undefined;
}

const VARIABLES: Record<keyof Options, string> = {
  url: 'CONFORMANCE_URL',
  second: 'CONFORMANCE_SECOND_URL',
  site: 'CONFORMANCE_SITE',
  token: 'CONFORMANCE_TOKEN',
  origin: 'CONFORMANCE_ORIGIN',
};

/** Puts the options where this process and that of the suites find them. */
export function writeOptions(options: Options): void {
  for (const [name, variable] of Object.entries(VARIABLES)) {
    // Counts as none when it is read.
    process.env[variable] = options[name as keyof Options] ?? '';
  }
}

/** Finds the options again. Addresses end without a slash. */
export function readOptions(): Options {
  const read = (name: keyof Options): string | undefined =>
    process.env[VARIABLES[name]] || undefined;
  return {
    url: (read('url') ?? '').replace(/\/+$/, ''),
    second: read('second')?.replace(/\/+$/, ''),
    site: read('site'),
    token: read('token'),
    origin: read('origin'),
  };
}
