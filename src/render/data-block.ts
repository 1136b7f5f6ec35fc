import { parseWith } from '../agency/parse/parse-part.js';
import { PROFILE } from '../agency/parts.js';
import { toStructuredData } from '../agency/export/linked-data.js';
import type { Agency } from '../agency/model.js';
import { errorOf } from './render-error.js';

/** Writes data into a page. It contains no `<`, so it cannot end the script element. */
export const dataBlock = (type: string, json: string): string =>
  `<script type="${type}">${json.replace(/</g, '\\u003c')}</script>`;

/**
 * Renders the agency as `<script type="application/ld+json">` for search engines. A strict policy
 * allows it, because nothing runs.
 */
export function renderStructuredData(agency: Agency): string {
  const result = parseWith(PROFILE.schema, agency);
  if (!result.ok) throw errorOf(result.problems);
  return dataBlock('application/ld+json', toStructuredData(result.agency));
}
