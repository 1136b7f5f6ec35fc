import type { Link } from '../../agency/model.js';

/** Links under one heading. */
export interface HeadedGroup {
  readonly heading: string | undefined;
  readonly links: Link[];
}

/** Puts links that follow each other under the heading of their group. */
export function headedGroups(links: readonly Link[]): HeadedGroup[] {
  const groups: HeadedGroup[] = [];
  for (const link of links) {
    const last = groups[groups.length - 1];
    if (last && last.heading === link.group) last.links.push(link);
    else groups.push({ heading: link.group, links: [link] });
  }
  return groups;
}

/**
 * Where a link leads, in short: its host, mailbox or telephone number. It stays encoded: decoding can
 * fail, and may bring characters that turn the text.
 */
export const placeOf = (address: string): string => {
  const { host, pathname } = new URL(address);
  return host || pathname;
};
