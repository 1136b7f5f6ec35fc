import type { Block } from '../read-text/blocks/block.js';
import {
  isRankOutline,
  isTierLabel,
  ranksOf,
  tierOf,
  type Tier,
} from '../read-text/agency/rank-outline.js';

/** Reads an item: “一等：总长、副总长”, a list inside it, or one rank. */
function tierOfItem(text: string): Tier {
  const [head = '', ...ranks] = text.split('\n');
  if (ranks.length) return isTierLabel(head) ? { label: head, ranks } : { name: head, ranks };
  return tierOf(text) ?? { ranks: [] };
}

/** Headings of a table of ranks. */
const TABLE_HEAD = /^(?:序号|等[级次]?|.{0,4}衔[级称]?|级别|名称|No\.?|Tiers?|Ranks?)$/iu;

function tierOfRow([label, ...cells]: readonly string[]): Tier {
  const ranks = cells.flatMap((cell) => cell.split(/[、\n]/u)).map((name) => name.trim());
  return { ...(label ? { label } : {}), ranks: ranks.filter(Boolean) };
}

/** Reads tiers: of definition lists and tables, else of lists. */
function tiersIn(blocks: readonly Block[]): Tier[] {
  const rows = blocks.filter(({ kind }) => kind === 'row');
  if (rows.length) {
    const body = rows.filter(({ cells = [] }) => !cells.every((cell) => TABLE_HEAD.test(cell)));
    return body.map(({ cells = [] }) => tierOfRow(cells));
  }
  const tiers: Tier[] = [];
  let label: string | undefined;
  let open: { list: number | undefined; tier: Tier } | undefined;
  for (const { kind, text, list } of blocks) {
    if (kind === 'heading') label = text;
    if (kind !== 'item') continue;
    const tier = tierOfItem(text);
    // Items with one rank each are a tier together.
    const isRank = !tier.label && !tier.name && tier.ranks.length === 1;
    if (isRank && open && open.list === list) open.tier.ranks.push(...tier.ranks);
    else tiers.push(isRank && label ? { label, ranks: tier.ranks } : tier);
    open = isRank ? { list, tier: tiers[tiers.length - 1]! } : undefined;
  }
  return tiers;
}

/** Reads ranks: tiers and their ranks, highest first, or an outline in words. */
export function ranksIn(
  blocks: readonly Block[],
): { name?: string; tracks: readonly object[] } | undefined {
  const outline = blocks.find(({ kind, text }) => kind !== 'heading' && isRankOutline(text));
  const heading = blocks.find(({ kind, text }) => kind === 'heading' && !isTierLabel(text))?.text;
  const name = heading ? { name: heading } : {};
  const tiers = tiersIn(blocks).filter(({ ranks }) => ranks.length);
  if (outline && !tiers.length) return { ...ranksOf(outline.text)!, ...name };
  if (!tiers.length) return undefined;
  let count = 0;
  const track = {
    id: 'ranks',
    tiers: tiers.map(({ ranks, ...tier }, index) => ({
      id: `tier-${index + 1}`,
      ...tier,
      ranks: ranks.map((rank) => ({ id: `rank-${(count += 1)}`, name: rank })),
    })),
  };
  return { ...name, tracks: [track] };
}
