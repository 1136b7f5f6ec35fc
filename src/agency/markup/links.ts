import type { Block, BlockLink } from '../read-text/blocks/block.js';

/** A link with the heading of its group. */
interface GroupedLink {
  readonly label: string;
  readonly url: string;
  readonly description: string | undefined;
  readonly group: string | undefined;
}

/** The words around a link describe it, if it is the only one. */
function descriptionOf(
  { text, links = [] }: Block,
  { text: label }: BlockLink,
): string | undefined {
  if (links.length > 1) return undefined;
  return (
    text
      .replace(label, '')
      .replace(/^[\s:：—–-]+|[\s:：—–-]+$/gu, '')
      .trim() || undefined
  );
}

/** Words that are an address themselves, as in a table of names and addresses. */
const ADDRESS = /^(?:https?:|www\.)\S+$/iu;

/** Term of a definition list that has links below it. */
function termOf({ kind, cells = [], links = [] }: Block): string | undefined {
  const isTerm = kind === 'row' && cells[0] && !links.some(({ text }) => text === cells[0]);
  return isTerm && links.length > 1 ? cells[0] : undefined;
}

/**
 * Reads links: of lists, tables and definition lists, else of paragraphs. If there are several
 * headings, each is the heading of the group below it.
 */
export function linksIn(blocks: readonly Block[]): GroupedLink[] {
  const linked = blocks.filter(({ links, kind }) => links?.length && kind !== 'heading');
  const listed = linked.filter(({ kind }) => kind !== 'paragraph');
  const shown = new Set(listed.length ? listed : linked);
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const isGrouped = headings.length > 1 || headings.some(({ level }) => level === 7);
  let group: string | undefined;
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') group = block.text;
    if (!shown.has(block)) return [];
    const term = termOf(block);
    return block.links!.map((link) => {
      const around = term ? undefined : descriptionOf(block, link);
      const isNamed = around && ADDRESS.test(link.text);
      return {
        label: isNamed ? around : link.text,
        url: link.address,
        description: isNamed ? undefined : around,
        group: term ?? (isGrouped ? group : undefined),
      };
    });
  });
}
