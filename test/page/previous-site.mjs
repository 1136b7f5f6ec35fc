/* A site with the files of this version in /cdn, and those of the version before in /before. */
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { previousVersion } from '../fixtures/keep-version.mjs';
import { openSite } from './site.mjs';

/** The version before. */
export const previous = previousVersion();

/** Elements that the version before had too. */
export const BOTH = AGENCY_ELEMENTS.filter(
  (name) => `markup/${name}.en.shadow.html` in previous.files,
);

export async function openPreviousSite() {
  const site = await openSite();
  for (const [name, content] of Object.entries(previous.files)) {
    const type = name.endsWith('.json') ? 'application/json' : 'text/javascript';
    if (name.startsWith('cdn/')) {
      site.publish(name.replace('cdn/', '/before/'), Buffer.from(content), type);
    }
  }
  return site;
}
