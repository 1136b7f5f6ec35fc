import { writeJson } from '../../json.js';
import type { Agency } from '../model.js';

/**
 * Writes the agency as linked data for search engines: a schema.org GovernmentOrganization in
 * JSON-LD. It contains only what the data says, and no vocabulary that would stretch a fact.
 */
export function toStructuredData({ name, url, summary, telephone, address }: Agency): string {
  return writeJson({
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    ...(url && { '@id': url }),
    name,
    ...(url && { url }),
    ...(summary && { description: summary }),
    ...(telephone && { telephone }),
    ...(address && { address }),
  });
}
