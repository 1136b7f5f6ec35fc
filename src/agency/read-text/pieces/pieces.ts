/* Prepares blocks for guessing: one piece for each thing that can be a passage of its own. */
import type { Block } from '../blocks/block.js';
import { labelledCells, labelledIn, isLabel, type Labelled } from './label-words.js';
import { linkInLine } from '../blocks/link-lines.js';
import { isNoise, isTrail } from './noise.js';
import { numberOf, splitAtNumbers, type ItemNumber } from '../numbers.js';
import { withChinesePunctuation } from '../punctuation.js';
import { announced, type Announcement } from './section-words.js';

/** A block, or a part of one, with what its words alone tell. */
export interface Piece {
  readonly block: Block;
  readonly text: string;
  /** Number at its beginning. */
  readonly number?: ItemNumber;
  /** Present on a line that announces what follows. */
  readonly heading?: Announcement | undefined;
  /** Present on a line of labels and values. */
  readonly labelled?: readonly Labelled[];
  /** True for a text with a verb, as far as its length and its end tell. */
  readonly isProse: boolean;
}

/** What wikis print after a heading. */
const EDIT = /\[(?:编辑|編輯|edit)\]$/u;

const isProse = (text: string): boolean =>
  /[。！？；]$/u.test(text)
    ? text.length > 4
    : text.length >= 12 && (/[。；！？.;!?：:]["”’）)]*$/u.test(text) || text.length > 60);

function pieceOf(block: Block, text: string): Piece {
  const isMarked = block.kind === 'heading';
  // An item that is nothing but a link leads to another page.
  const isMenu = block.kind === 'item' && !!block.links?.some((link) => link.text === text);
  const heading = block.kind === 'row' || isMenu ? undefined : announced(text, isMarked);
  const number = numberOf(text);
  const { links = [] } = block;
  const found = block.cells ? labelledCells(block.cells.map(withChinesePunctuation), links) : [];
  const read = found.length ? found : labelledIn(text, links);
  // 政府网站 before several links is no label, but the heading of a group.
  const isGroup =
    links.length > 1 && read.length === 1 && /网[站址]$|sites?$/iu.test(read[0]!.label);
  const labelled = isGroup ? [] : read;
  return {
    block,
    text,
    ...(number ? { number } : {}),
    ...(heading ? { heading } : {}),
    ...(labelled.length ? { labelled } : {}),
    isProse: block.kind !== 'heading' && isProse(text),
  };
}

/** Joins a label that stands alone with the line after it. */
function withValues(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    // 政府网站 before lines with names is the heading of links.
    const isValue =
      before &&
      isLabel(before.text) &&
      !(/网站[：:]?$/u.test(before.text) && linkInLine(block.text)?.text !== '') &&
      block.kind !== 'heading' &&
      !isLabel(block.text);
    if (isValue && block.text.length < 80 && !labelledIn(block.text).length) {
      const label = before.text.replace(/[：:]$/u, '');
      joined[joined.length - 1] = { ...block, text: `${label}：${block.text}`, kind: 'paragraph' };
    } else joined.push(block);
  }
  return joined;
}

/** Makes pieces of blocks, with the punctuation of their language and without the noise of pages. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  const written = blocks.map((block) => ({
    ...block,
    text: withChinesePunctuation(block.text.replace(EDIT, '')),
  }));
  return withValues(written).flatMap((block) => {
    if (block.kind === 'title') return [pieceOf(block, block.text)];
    if (block.kind === 'heading') return isTrail(block.text) ? [] : [pieceOf(block, block.text)];
    if (isNoise(block.text)) return [];
    // The lines of an item stay with it.
    const texts = block.kind === 'paragraph' ? splitAtNumbers(block.text) : [block.text];
    return texts.map((text) => pieceOf(block, text));
  });
}
