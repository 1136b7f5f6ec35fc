import { builtIn } from '../../agency/built-in.js';
import { hasStrings, matchLocale, stringFile } from '../../base/language/strings.js';
import { LIBRARY_FOLDER } from '../../library-origin.js';

/**
 * True if the page has no origin: its frame has a `sandbox` without `allow-same-origin`, or the page
 * was opened from a disk. It can fetch nothing then, but it can run scripts.
 */
export const isOpaque = window.origin === 'null';

/** The part of Trusted Types that the packs need. */
interface ScriptPolicy {
  createScriptURL(address: string): string;
}
const { trustedTypes } = window as {
  trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
};

/** Makes addresses that a script element accepts. Only packs get one. */
const policy = trustedTypes?.createPolicy('customs-widgets-frame', {
  createScriptURL: (address) => address,
});

/** Runs a script. Resolves also if it does not load: then the element says what is missing. */
const run = (address: string): Promise<void> =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    script.onload = script.onerror = () => resolve();
    script.src = policy?.createScriptURL(address) ?? address;
    document.head.append(script);
  });

/**
 * Loads built-in data and strings as scripts.
 *
 * @param agency - name of the built-in data, if the element shows it
 * @param language - BCP 47 tag of the page
 */
export async function loadPacks(agency: string | undefined, language: string): Promise<void> {
  const locale = matchLocale(language);
  const set = agency === undefined ? undefined : builtIn(agency, locale);
  const files = [
    ...(set && 'file' in set ? [set.file] : []),
    ...(hasStrings(locale) ? [] : [stringFile(locale)]),
  ];
  const packs = files.map(({ path }) => new URL(`${path}.js`, LIBRARY_FOLDER).href);
  await Promise.all(packs.map(run));
}
