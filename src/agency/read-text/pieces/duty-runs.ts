/* Finds the pieces that are duties: numbered, listed, or paragraphs below a heading that says so. */
import { linkInLine } from '../blocks/link-lines.js';
import type { Piece } from './pieces.js';
import type { Section } from './section-words.js';
import { simplified } from '../simplified.js';

/** A piece with the part of the page that it stands in. */
export interface Placed extends Piece {
  readonly section: Section;
  /** Counts the parts of the page. */
  readonly part: number;
  /** True for the line that announces the duties: “主要职责是：”. */
  readonly isOpener: boolean;
}

/** The end of a sentence that leads to a list of duties. */
const OPENER =
  /(?:职责|职能|任务|工作|职权|事项)(?:任务|分工)?(?:主要)?(?:是|为|如下|包括|有|是：|以下)*[：:]$|(?:responsible for|responsibilities (?:are|include)|duties (?:are|include)|functions (?:are|include)|\b(?:we|it|agency|department|role is|work includes|by)(?: also)?(?: to)?)\s*:$/iu;

/** First words of duties that stand in a numbered list without a heading. */
const VERB =
  /^(?:负责|贯彻|承担|组织|拟订|拟定|起草|研究|指导|完成|执行|监督|制定|协助|依法|编制|管理|宣传|落实|参与|受理|开展|统筹|推进)/u;

/** True where links follow, perhaps after the heading of their group. */
const hasLinksSoon = (pieces: readonly Piece[], index: number): boolean =>
  pieces.slice(index + 1, index + 4).some(({ block }) => !!block.links?.length);

/** True for a short line before lines of names and addresses. */
const leadsToLinks = ({ block, text, isProse, number, labelled }: Piece, next?: Piece): boolean =>
  block.kind === 'paragraph' &&
  text.length < 20 &&
  !(isProse || number || labelled || block.links) &&
  !!next?.block.links?.length &&
  next.block.kind === 'paragraph' &&
  !next.labelled &&
  linkInLine(next.text) !== undefined;

/** Tells of each piece in which part of the page it stands. */
export function placed(pieces: readonly Piece[]): Placed[] {
  let section: Section = 'start';
  let part = 0;
  let level = 9;
  return pieces.map((piece, index) => {
    const { block, heading: said, text, number } = piece;
    const next = pieces[index + 1];
    // A line “常用网站” without links after it is the category of the page.
    const isEmpty = said?.section === 'links' && !hasLinksSoon(pieces, index);
    // 某某局机构设置 is the title of a page about the office only as the first heading.
    const isLate = part > 0 && said?.section === 'start' && /机构设置$/u.test(simplified(text));
    const heading = isEmpty ? undefined : isLate ? { ...said, section: 'other' as const } : said;
    const isListed = !!next && (next.number?.value === 1 || next.block.kind === 'item');
    const isOpener = !heading && OPENER.test(simplified(text)) && isListed;
    // A heading below the one of the duties may be a duty itself.
    const isBelow = section === 'duties' && (block.level ?? 0) > level;
    const announces =
      heading ?? (block.kind === 'heading' && !isBelow ? { section: 'other' as const } : undefined);
    const isNext = announces && !(announces.section === 'other' && section === 'start' && !heading);
    const isGroup = section === 'links' && !heading && block.kind === 'heading';
    if (isNext && block.kind !== 'title' && !isGroup) {
      ({ section } = announces);
      level = block.level ?? 8;
      part += 1;
    } else if (isOpener && section !== 'duties') {
      section = 'duties';
      level = 8;
      part += 1;
    } else if (section === 'start' && number?.value === 1 && VERB.test(simplified(number.rest))) {
      section = 'duties';
      part += 1;
    } else if (index > 0 && section !== 'links' && leadsToLinks(piece, next)) {
      section = 'links';
      part += 1;
    }
    return { ...piece, heading, section, part, isOpener };
  });
}

/** Notation of an item; items of a list without numbers share that of the list. */
const styleOf = ({ number, block }: Piece): string | undefined =>
  number?.style ?? (block.kind === 'item' ? `list ${block.list ?? 0}` : undefined);

/** Joins the texts of a duty. */
const joined = (texts: readonly string[]): string => texts.join('\n');

/** Finds duties below headings of their own: “Protecting consumers” and a paragraph about it. */
function dutiesByHeadings(pieces: readonly Placed[]): Map<Placed, string> {
  const found = new Map<Placed, string>();
  let heading: Placed | undefined;
  for (const piece of pieces) {
    if (piece.block.kind === 'heading' && !piece.heading) {
      heading = piece;
      found.set(piece, piece.text);
    } else if (heading && !piece.labelled) {
      found.set(heading, joined([found.get(heading)!, piece.text]));
      found.set(piece, '');
    }
  }
  const titles = [...found].filter(([, text]) => text);
  return titles.length > 1 && titles.some(([, text]) => text.includes('\n'))
    ? found
    : new Map<Placed, string>();
}

/** Finds duties of one list. Paragraphs between two of its items belong to the first of them. */
function dutiesByNumbers(
  pieces: readonly Placed[],
  outer: ReadonlySet<string>,
): Map<Placed, string> {
  const found = new Map<Placed, string>();
  const first = pieces.find((piece) => styleOf(piece) && !piece.heading && !piece.labelled);
  const style = first && styleOf(first);
  if (!style) return found;
  let current: Placed | undefined;
  let waiting: Placed[] = [];
  let value = 0;
  for (const piece of pieces.slice(pieces.indexOf(first))) {
    const own = styleOf(piece);
    if (own === style) {
      if (piece.number && piece.number.value === 1 && value > 1) break;
      for (const one of waiting) {
        found.set(current!, joined([found.get(current!)!, one.text]));
        found.set(one, '');
      }
      waiting = [];
      current = piece;
      value = piece.number?.value ?? 0;
      found.set(piece, piece.text);
    } else if ((own && outer.has(own)) || piece.labelled || piece.block.kind === 'heading') break;
    else if (own && !style.startsWith('list')) {
      // A list inside a duty.
      for (const one of [...waiting, piece]) {
        found.set(current!, joined([found.get(current!)!, one.text]));
        found.set(one, '');
      }
      waiting = [];
    } else waiting.push(piece);
  }
  return found;
}

/**
 * Finds the duties: the piece that begins each, with its whole text. Pieces that belong to a duty
 * before them have an empty text.
 */
export function dutiesIn(pieces: readonly Placed[]): Map<Placed, string> {
  const all = new Map<Placed, string>();
  const parts = [
    ...new Set(pieces.filter(({ section }) => section === 'duties').map(({ part }) => part)),
  ];
  for (const part of parts) {
    const own = pieces.filter((piece) => piece.part === part);
    const start = pieces.indexOf(own[0]!);
    const outer = new Set(pieces.slice(0, start + 1).flatMap((piece) => styleOf(piece) ?? []));
    // The opener of a list may itself be an item of another list.
    const body = own.filter((piece, index) => !(index === 0 && (piece.heading ?? piece.isOpener)));
    if (body[0] === own[0] && own[0]?.number) outer.delete(own[0].number.style);
    const byHeadings = dutiesByHeadings(body);
    const found = byHeadings.size ? byHeadings : dutiesByNumbers(body, outer);
    if (!found.size) {
      const prose = body.filter((piece) => piece.isProse && !piece.isOpener && !piece.labelled);
      if (prose.length > 1) for (const piece of prose) found.set(piece, piece.text);
    }
    for (const [piece, text] of found) all.set(piece, text);
  }
  return all;
}
