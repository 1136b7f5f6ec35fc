import type { Agency } from '../model.js';

/**
 * The agency as linked data for search engines: a GovernmentOrganization of schema.org, as JSON-LD. Only what the data
 * says; vocabulary that would stretch a fact is left out.
 */
export function toStructuredData({ name, url, summary }: Agency): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    ...(url && { '@id': url }),
    name,
    ...(url && { url }),
    ...(summary && { description: summary }),
  });
}
