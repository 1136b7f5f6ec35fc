import type { Block } from '../blocks/block.js';
import { dutiesIn, placed, type Placed } from '../pieces/duty-runs.js';
import { itemsAfter, tiersAfter } from './following.js';
import { withIntroduction } from './introduction.js';
import { nameIn, type FoundName } from './guess-name.js';
import type { Passage, Role } from '../passage.js';
import { labelledValues } from './labelled-values.js';
import { isMenuItem, linksOf, spareLinksOf } from '../pieces/piece-links.js';
import { piecesOf } from '../pieces/pieces.js';
import { rankLinesAfter, textOfRankLines } from './rank-lists.js';
import { isRankOutline, namesRankLaw } from '../agency/rank-outline.js';
import { levelIn, statusIn } from './standing.js';
import { linesOf, withBold, withItems } from '../pieces/piece-text.js';
import { summaryAmong } from './summary.js';

/** Roles that an agency has once. The first guess is the best one. */
const ONCE: ReadonlySet<Role> = new Set<Role>([
  'name',
  'category',
  'status',
  'level',
  'summary',
  'url',
  'telephone',
  'address',
  'opening-hours',
  'source',
  'as-of',
]);

const CATEGORY = /^(?:常用|政府|部门|政务|便民)网站$/u;

/** The end of an address in the United States: “Washington, DC 20220”. */
const ZIP = /^[^.]{3,80},? [A-Z]{2} \d{5}(?:-\d{4})?$/u;

const isProfile = ({ section }: Placed): boolean => section === 'start' || section === 'profile';

/** Guesses the role of each piece of a document, one piece after the other. */
export class Guessing {
  readonly found: Omit<Passage, 'id'>[] = [];
  readonly #pieces: readonly Placed[];
  readonly #name: FoundName | undefined;
  readonly #duties: ReadonlyMap<Placed, string>;
  readonly #summary: Placed | undefined;
  readonly #seen = new Set<Role>();
  /** Pieces that were added with one before them. */
  readonly #joined = new Set<Placed>();

  constructor(blocks: readonly Block[]) {
    const pieces = piecesOf(blocks);
    this.#name = nameIn(pieces, blocks);
    const all = placed(pieces).filter(({ block }) => block.kind !== 'title');
    this.#pieces = withIntroduction(all);
    this.#duties = dutiesIn(this.#pieces);
    this.#summary = this.#findSummary();
    const isThere = this.#pieces.some((piece) => this.#isName(piece));
    if (this.#name && !isThere) this.#add('name', this.#name.text, { from: this.#name.from });
    for (const piece of this.#pieces) this.#guess(piece);
  }

  /** True when no duties were found. */
  get isWithoutDuties(): boolean {
    return !this.#duties.size;
  }

  /** True for a line that is the name: a heading, or a line before the first paragraph. */
  #isName(piece: Placed): boolean {
    const { text, block } = piece;
    if (text !== this.#name?.text || block.aside) return false;
    const first = this.#pieces.findIndex((one) => one.isProse);
    return block.kind === 'heading' || first < 0 || this.#pieces.indexOf(piece) < first;
  }

  #findSummary(): Placed | undefined {
    const paragraphs = this.#pieces.filter(
      (piece) =>
        piece.isProse &&
        isProfile(piece) &&
        !piece.isOpener &&
        !piece.block.aside &&
        !piece.labelled &&
        !this.#duties.has(piece) &&
        !isRankOutline(piece.text),
    );
    const texts = paragraphs.map(({ text }) => text);
    return paragraphs[summaryAmong(texts, this.#name?.text)];
  }

  #add(role: Role, text: string, more: Partial<Passage> = {}): void {
    const isSpare = ONCE.has(role) && this.#seen.has(role);
    if (isSpare && more.label && this.found.some((one) => one.role === role && one.text === text)) {
      return;
    }
    this.#seen.add(role);
    const { from, label, address } = more;
    this.found.push({
      text,
      role: isSpare ? 'unused' : role,
      ...(from && from !== text ? { from } : {}),
      ...(label ? { label } : {}),
      ...(address ? { address } : {}),
    });
  }

  #guess(piece: Placed): void {
    const { block, text, labelled, section, isProse } = piece;
    if (this.#joined.has(piece)) return;
    const tiers = tiersAfter(this.#pieces, piece);
    const ranks = rankLinesAfter(this.#pieces, piece);
    if (block.field) this.#add(block.field as Role, text);
    else if (labelled) this.#addLabelled(piece);
    else if (this.#addLinks(piece) || block.aside || isMenuItem(piece)) return;
    else if (this.#duties.has(piece)) this.#addDuty(piece);
    else if (ranks.length) this.#addRankList(piece, ranks);
    else if (isRankOutline(linesOf(piece, tiers))) this.#addOutline(piece, tiers);
    else if (this.#isName(piece) && !this.#seen.has('name')) this.#add('name', text);
    else if (isProse) this.#addProse(piece);
    else if (ZIP.test(text)) this.#addPostalAddress(text);
    else if (section === 'start' && CATEGORY.test(text)) this.#add('category', text);
    else this.#addUnused(piece);
  }

  #addUnused(piece: Placed): void {
    const links = spareLinksOf(piece);
    if (!links.length) this.#add('unused', piece.text);
    for (const { text, address } of links) this.#add('unused', text, { address });
  }

  #addLabelled(piece: Placed): void {
    for (const { role, text, label } of labelledValues(piece, this.#pieces)) {
      this.#add(role, text, { from: piece.text, label });
    }
  }

  /** Adds an address without a label. Its street stands on the line before. */
  #addPostalAddress(text: string): void {
    const before = this.found[this.found.length - 1];
    const isStreet = before?.role === 'unused' && /^(?:\d|P\.?\s?O\.? Box)/u.test(before.text);
    if (isStreet) this.found.pop();
    this.#add('address', isStreet ? `${before.text}, ${text}` : text);
  }

  #addLinks(piece: Placed): boolean {
    const found = linksOf(piece);
    if (!found) return false;
    if (found.url) this.#add('url', found.url, { from: piece.text });
    for (const { group, links } of found.groups) {
      if (group !== undefined) this.#add('link-group', group);
      for (const { text, address } of links) this.#add('link', text, { address });
    }
    return true;
  }

  #addDuty(piece: Placed): void {
    const text = this.#duties.get(piece)!;
    if (text) this.#add('duty', withBold(piece, text));
  }

  /** Adds ranks. A paragraph about them is part of the overview too. */
  #addOutline(piece: Placed, tiers: readonly Placed[]): void {
    const text = linesOf(piece, tiers);
    const isParagraph = isProfile(piece) && !tiers.length;
    if (isParagraph) this.#add('overview', text);
    const before = this.found[this.found.length - 1];
    // The sentence before names the law.
    const isLaw = before?.role === 'unused' && namesRankLaw(before.text) && !namesRankLaw(text);
    if (isLaw) this.found.pop();
    this.#addRanks(isLaw ? `${before.text}\n${text}` : text, tiers, isParagraph ? text : undefined);
  }

  #addRankList(piece: Placed, lines: readonly Placed[]): void {
    const text = textOfRankLines(piece, lines);
    const whole = linesOf(piece, lines);
    // The other columns of a table stay readable.
    this.#addRanks(text, lines, whole === text ? undefined : whole);
  }

  #addRanks(text: string, lines: readonly Placed[], from?: string): void {
    const isKnown = this.found.some((one) => one.role === 'ranks' && one.text === text);
    for (const line of lines) this.#joined.add(line);
    if (!isKnown) this.found.push({ text, role: 'ranks', ...(from ? { from } : {}) });
  }

  #addProse(piece: Placed): void {
    const { number, section } = piece;
    const text = number?.style.startsWith('第') ? number.rest : piece.text;
    const isPreamble = section === 'duties' && (piece.isOpener || this.#isBeforeDuties(piece));
    if (isPreamble) this.#add('preamble', text);
    else if (piece === this.#summary) this.#add('summary', text);
    else if (isProfile(piece) && this.#seen.has('summary')) {
      const items = itemsAfter(this.#pieces, piece);
      for (const item of items) this.#joined.add(item);
      this.#add('overview', withItems(text, items));
    } else this.#add('unused', piece.text);
    if (!isPreamble && !isProfile(piece)) return;
    const status = this.#seen.has('status') ? undefined : statusIn(text);
    const level = this.#seen.has('level') ? undefined : levelIn(text);
    if (status) this.#add('status', status.text, { from: status.from });
    if (level) this.#add('level', level.text, { from: level.from });
  }

  #isBeforeDuties(piece: Placed): boolean {
    const after = this.#pieces.slice(this.#pieces.indexOf(piece) + 1);
    return after.some((one) => one.part === piece.part && this.#duties.has(one));
  }
}
