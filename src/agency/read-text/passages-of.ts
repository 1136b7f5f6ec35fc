import type { Block, BlockLink } from './block.js';
import { linkInLine } from './blocks-of-text.js';
import { dutiesIn, placed, type Placed } from './duty-runs.js';
import { nameIn, type FoundName } from './guess-name.js';
import type { Passage, Role } from './passage.js';
import { piecesOf } from './pieces.js';
import { withChinesePunctuation } from './punctuation.js';
import { isRankOutline } from './rank-outline.js';
import { levelIn, statusIn } from './standing.js';

type Found = Omit<Passage, 'id'>;

/** Roles that an agency has once. The first guess is the best one. */
const ONCE: ReadonlySet<Role> = new Set<Role>([
  'name',
  'status',
  'level',
  'summary',
  'url',
  'telephone',
  'address',
  'opening-hours',
  'source',
  'as-of',
  'ranks',
]);

const OFFICIAL = /官方网站|官网|official (?:web ?)?site/iu;

const isAddress = ({ address }: BlockLink): boolean =>
  !/^(?:javascript|data|vbscript):/iu.test(address);

/** Guesses the role of each piece of a document, one piece after the other. */
class Guessing {
  readonly found: Found[] = [];
  readonly #name: FoundName | undefined;
  readonly #duties: ReadonlyMap<Placed, string>;
  readonly #seen = new Set<Role>();
  readonly #pieces: readonly Placed[];

  constructor(blocks: readonly Block[]) {
    const pieces = piecesOf(blocks);
    this.#name = nameIn(pieces);
    this.#pieces = placed(pieces);
    this.#duties = dutiesIn(this.#pieces);
    const isNamed = this.#pieces.some(
      ({ text, block }) => this.#isName(text) && block.kind !== 'title',
    );
    if (this.#name && !isNamed) this.#add('name', this.#name.text, { from: this.#name.from });
    for (const piece of this.#pieces) this.#guess(piece);
  }

  #isName(text: string): boolean {
    return text === this.#name?.text;
  }

  #add(
    role: Role,
    text: string,
    more: Partial<Record<'from' | 'label' | 'address', string | undefined>> = {},
  ): void {
    const isSpare = ONCE.has(role) && this.#seen.has(role);
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
    const { block, text, labelled, heading, section, isProse } = piece;
    if (block.kind === 'title') return;
    if (block.field) this.#add(block.field as Role, text);
    else if (labelled) this.#addLabelled(piece);
    else if (this.#addLinks(piece)) return;
    else if (block.aside) return;
    else if (this.#duties.has(piece)) this.#addDuty(piece);
    else if (isRankOutline(text)) this.#addRanks(piece);
    else if (this.#isName(text) && !this.#seen.has('name')) this.#add('name', text);
    else if (heading && !isProse) this.#add('unused', text);
    else if (isProse) this.#addProse(piece);
    else if (section === 'start' && /^(?:常用网站|政府网站|.{1,6}网站)$/u.test(text))
      this.#add('category', text);
    else this.#add('unused', text);
  }

  #addLabelled({ labelled, text }: Placed): void {
    for (const { role, value, label } of labelled!) {
      if (!role || !value) continue;
      if (role === 'source') {
        const title = this.#pieces.find(
          ({ block }) => block.kind === 'heading' || block.kind === 'title',
        );
        this.#add(role, [title?.text ?? this.#name?.text ?? value, value].join('\n'), {
          from: text,
          label,
        });
      } else this.#add(role, value, { from: text, label });
    }
  }

  #addDuty(piece: Placed): void {
    const text = this.#duties.get(piece)!;
    if (text) this.#add('duty', withBold(piece, text));
  }

  #addRanks({ text, section }: Placed): void {
    if (section === 'profile' || section === 'start') this.#add('overview', text);
    const { found } = this;
    this.#add('ranks', text);
    const last = found[found.length - 1]!;
    if (section === 'profile' || section === 'start')
      found[found.length - 1] = { ...last, from: text };
  }

  #addProse(piece: Placed): void {
    const { text, section, number, isOpener } = piece;
    const prose = number?.style.startsWith('第') ? number.rest : text;
    if (section === 'duties')
      this.#add(isOpener || this.#isBeforeDuties(piece) ? 'preamble' : 'unused', prose);
    else if (section === 'start' || section === 'profile') {
      this.#add(this.#seen.has('summary') ? 'overview' : 'summary', prose);
    } else this.#add('unused', prose);
    this.#addStanding(prose);
  }

  #isBeforeDuties(piece: Placed): boolean {
    const index = this.#pieces.indexOf(piece);
    return this.#pieces.some(
      (one, place) => place > index && one.part === piece.part && this.#duties.has(one),
    );
  }

  #addStanding(text: string): void {
    const status = this.#seen.has('status') ? undefined : statusIn(text);
    const level = this.#seen.has('level') ? undefined : levelIn(text);
    if (status) this.#add('status', status.text, { from: status.from });
    if (level) this.#add('level', level.text, { from: level.from });
  }

  /** Adds the links of a piece, if it is made of links. */
  #addLinks({ block, text, section, heading }: Placed): boolean {
    const links = (block.links ?? []).filter(isAddress);
    const isGroup = section === 'links' && !heading && !links.length && text.length < 30;
    if (isGroup && !block.aside) this.#add('link-group', text.replace(/[：:]$/u, ''));
    if (isGroup) return true;
    const bare = linkInLine(text);
    // Words with a link in them are a text. A line of plain text shows the address.
    const isShown = !!bare && links.length < 2;
    const words = links.map((link) => link.text).join('');
    const isOnlyLinks =
      links.length > 0 &&
      text.replace(/[\s|｜·、,，;；]/gu, '').length <= words.replace(/\s/gu, '').length + 20;
    if (!isShown && !(section === 'links' && isOnlyLinks)) return false;
    if (bare && OFFICIAL.test(text)) this.#add('url', bare.address, { from: text });
    for (const link of links.length ? links : bare?.text ? [bare] : []) {
      this.#add('link', withChinesePunctuation(link.text), { address: link.address });
    }
    if (!links.length && !bare?.text) this.#add('url', bare!.address, { from: text });
    return true;
  }
}

/** Puts a bold title on a line of its own. */
function withBold({ block, number }: Placed, text: string): string {
  const bold = block.bold && withChinesePunctuation(block.bold);
  const body = number?.rest ?? text;
  if (!bold || !body.startsWith(bold) || /[。.]$/u.test(bold)) return text;
  const start = text.indexOf(bold) + bold.length;
  return `${text.slice(0, start)}\n${text.slice(start).trim()}`;
}

/**
 * Guesses what each block of a document is. Nothing of the text is lost: what no role fits is
 * `unused`. Only menus, counters and other tools of the page are left out.
 */
export const passagesOf = (blocks: readonly Block[]): Passage[] =>
  new Guessing(blocks).found.map((passage, index) => ({ id: `passage-${index + 1}`, ...passage }));
