/* Keeps what passages cannot say: identifiers, notes, bands, translations, unknown members. */
import { writeJson } from '../../../json.js';
import type { ReadAgency, ReadLink } from './agency-data.js';
import type { Passage, Role } from '../passage.js';
import { passagesOfAgency } from './passages-of-agency.js';
import type { OutlinedRanks } from './rank-outline.js';
import { readAgency } from './read-agency.js';

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean => writeJson(one) === writeJson(other);

/** Finds the original of each passage of a role, in the order of the passages. */
function originalsOf(
  role: Role,
  now: readonly Passage[],
  before: readonly Passage[],
  values: readonly unknown[],
): { value: unknown; isUnchanged: boolean }[] {
  const old = before.filter((passage) => passage.role === role);
  return now
    .filter((passage) => passage.role === role && (passage.text.trim() || passage.address))
    .map(({ id, text, address }) => {
      const index = old.findIndex((passage) => passage.id === id);
      const was = old[index];
      return { value: values[index], isUnchanged: was?.text === text && was.address === address };
    });
}

/** Writes what was read over what was there. */
const over = (value: unknown, read: object): unknown => {
  if (!isObject(value)) return read;
  const { number: _number, title: _title, text: _text, ...others } = value;
  return { ...others, ...read };
};

type Find = (role: Role, values: readonly unknown[]) => ReturnType<typeof originalsOf>;

function dutiesWithRest(read: ReadAgency['duties'], rest: unknown, find: Find): unknown {
  const old = isObject(rest) ? rest : { items: rest };
  const values = (Array.isArray(old['items']) ? old['items'] : []).filter(
    (item) => !isObject(item) || item['title'] || item['text'],
  );
  const originals = find('duty', values);
  const items = read?.items.map((item, index) => {
    const original = originals[index];
    return original?.isUnchanged ? original.value : over(original?.value, item);
  });
  const others = isObject(rest) ? rest : {};
  return read && { ...others, preamble: read.preamble, items };
}

function linksWithRest(read: ReadAgency['links'], rest: unknown, find: Find): unknown {
  const flat = (list: unknown): unknown[] =>
    (Array.isArray(list) ? list : []).flatMap((one: unknown) =>
      isObject(one) && 'links' in one ? flat(one['links']) : [one],
    );
  const originals = find('link', flat(rest));
  let index = 0;
  const withOriginal = (link: ReadLink): unknown => {
    const { value } = originals[index++]!;
    if (!isObject(value)) return link;
    const { group: _group, ...others } = value;
    return { ...others, ...link };
  };
  return read?.map((one) =>
    'group' in one ? { ...one, links: one.links.map(withOriginal) } : withOriginal(one),
  );
}

/** Keeps the identifiers of ranks by their names, and the rules about ranks that still exist. */
function ranksWithRest(read: OutlinedRanks | undefined, rest: unknown): unknown {
  if (!read || !isObject(rest)) return read;
  const ids = new Map<string, unknown>();
  const oldTracks = (Array.isArray(rest['tracks']) ? rest['tracks'] : []) as {
    id?: string;
    tiers?: { ranks?: { id?: string; name?: string }[] }[];
  }[];
  for (const track of oldTracks) {
    for (const rank of track.tiers?.flatMap(({ ranks = [] }) => ranks) ?? []) {
      if (rank.name) ids.set(rank.name, rank);
    }
  }
  const tracks = read.tracks.map((track, index) => ({
    ...track,
    ...(oldTracks[index]?.id ? { id: oldTracks[index].id } : {}),
    tiers: track.tiers.map((tier) => ({
      ...tier,
      ranks: tier.ranks.map((rank) => ids.get(rank.name) ?? rank),
    })),
  }));
  const left = writeJson(tracks);
  const { bands, conferral, promotion, ...others } = rest;
  const rules = Object.entries({ bands, conferral, promotion }).filter(([, rule]) =>
    [...writeJson(rule ?? null).matchAll(/"(?:from|to)":("[^"]*")/gu)].every(([, id]) =>
      left.includes(`"id":${id!}`),
    ),
  );
  // The text names the law only by its title.
  const source = others['source'] ?? read.source;
  return {
    ...others,
    ...Object.fromEntries(rules),
    ...read,
    ...(source ? { source } : {}),
    tracks,
  };
}

/**
 * Adds to an agency what its passages cannot say. A member whose passages are as `passagesOfAgency`
 * made them stays as it was written, so that nothing changes that nobody has changed.
 */
export function withRest(read: ReadAgency, passages: readonly Passage[], rest: object): ReadAgency {
  const before = passagesOfAgency(rest);
  const was = readAgency(before, read.lang) as unknown as Members;
  const find: Find = (role, values) => originalsOf(role, passages, before, values);
  const old = isObject(rest) ? rest : {};
  const agency: Members = { ...old };
  for (const [key, value] of Object.entries(read)) {
    if (isSame(value, was[key])) continue;
    if (key === 'duties') agency[key] = dutiesWithRest(read.duties, old[key], find);
    else if (key === 'links') agency[key] = linksWithRest(read.links, old[key], find);
    else if (key === 'ranks') agency[key] = ranksWithRest(read.ranks, old[key]);
    else agency[key] = value;
  }
  return agency as unknown as ReadAgency;
}
