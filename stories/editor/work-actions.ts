/* What an author does with the whole: reading, opening, undoing, taking it away. */
import type { Role } from '../../src/agency/read-text/read-text.js';
import { copyText, downloadText } from '../pages/copy.js';
import { readText } from '../pages/files.js';
import { placeTextOf, sentenceOf } from '../pages/json-texts.js';
import { countsOf } from './counts.js';
import type { Host } from './host.js';
import { isOfficeFile, readInput, type Input } from './input.js';
import { append, insert, setFirst } from './passages.js';
import { fitsPart, sourceParts, sourceText, type SourcePart } from './source.js';
import type { View } from './view.js';
import { isEmpty, NOTHING, type Work } from './work.js';

/** Id of the text to copy. */
export const JSON_ID = 'agency-json';

export class WorkActions {
  readonly #host: Host;
  readonly #sample: string;

  /** @param sample - text of an office, as it would be pasted */
  constructor(host: Host, sample: string) {
    this.#host = host;
    this.#sample = sample;
  }

  /** Reads text, or a page as the clipboard has it, and adds it to what is there. */
  read(text: string, markup = ''): void {
    this.#take(readInput(text, markup));
  }

  async readFile(file: File): Promise<void> {
    const { texts, common } = this.#host;
    if (isOfficeFile(file.name)) {
      this.#host.show({ problem: texts.problems.office(file.name) });
      return;
    }
    try {
      this.read(await readText(file));
    } catch {
      this.#host.show({ problem: common.unreadable(file.name) });
    }
  }

  readSample(): void {
    this.read(this.#sample);
  }

  /** Begins with empty fields. */
  startBlank(): void {
    const focus = { on: '#field-name' };
    const { passages } = insert([], 'name', ['']);
    this.#host.change({ ...NOTHING, passages }, { focus });
    this.#host.show({ order: 'fields' }, focus);
  }

  clear(): void {
    const { outcomes } = this.#host.texts;
    this.#host.change(NOTHING, { outcome: outcomes.cleared, focus: { on: '#undo' } });
  }

  undo(): void {
    const { outcomes } = this.#host.texts;
    if (this.#host.canUndo) this.#host.undo();
    else this.#host.show({ outcome: outcomes.nothingToUndo });
  }

  redo(): void {
    const { outcomes } = this.#host.texts;
    if (this.#host.canRedo) this.#host.redo();
    else this.#host.show({ outcome: outcomes.nothingToRedo });
  }

  /** Writes the only passage of a field. */
  setField(role: Role, text: string): void {
    const { work } = this.#host;
    const passages = setFirst(work.passages, role, text);
    this.#host.change({ ...work, passages }, { field: `field ${role}` });
  }

  setSource(part: SourcePart, text: string): void {
    const source = this.#host.work.passages.find(({ role }) => role === 'source')?.text ?? '';
    const fits = fitsPart(part, text.trim());
    this.setField(
      'source',
      sourceText({ ...sourceParts(source), [part]: fits ? text.trimStart() : '' }),
    );
    const { [part]: _typed, ...others } = this.#host.view.typedSource;
    this.#host.show({ typedSource: fits ? others : { ...others, [part]: text } });
  }

  setLanguage(lang: string): void {
    this.#host.change({ ...this.#host.work, lang }, { field: 'lang' });
  }

  show(changes: Partial<View>, on?: string): void {
    this.#host.show(changes, on === undefined ? undefined : { on });
  }

  settle(): void {
    this.#host.settle();
  }

  takeForeign(): void {
    this.#host.takeForeign();
  }

  download(): void {
    downloadText('agency.json', this.#host.json, 'application/json');
    this.#host.show({ outcome: this.#host.texts.outcomes.downloaded });
  }

  async copy(): Promise<void> {
    const { outcome } = await copyText(JSON_ID, this.#host.json);
    this.#host.show({ copied: outcome });
  }

  /** Opens the embed builder with the agency. */
  continueInBuilder(open: (address: string) => void): void {
    const { texts, view } = this.#host;
    if (this.#host.handOver()) open(`builder.html?page=${view.language}&data=editor`);
    else this.#host.show({ problem: texts.handoverFailed });
  }

  #take(input: Input): void {
    const { texts, work } = this.#host;
    if (input.kind !== 'passages' && input.kind !== 'agency') {
      this.#host.show({ problem: this.#problemOf(input) });
      return;
    }
    const { outcomes } = texts;
    const made: Work =
      input.kind === 'agency'
        ? { passages: input.passages, lang: '', opened: input.value }
        : { ...work, passages: append(work.passages, input.passages) };
    const isFirst = isEmpty(work);
    this.#host.change(made, { focus: { on: '#review' } });
    const counts = texts.counts(countsOf(made.passages, this.#host.agency));
    const outcome = input.kind === 'agency' ? outcomes.opened(counts) : outcomes.read(counts);
    const order = isFirst ? 'text' : this.#host.view.order;
    const changes = { typed: '', problem: '', isAdding: false, outcome, order } as const;
    this.#host.show(changes, { on: '#review' });
  }

  #problemOf(input: Exclude<Input, { passages: unknown }>): string {
    const { texts, view } = this.#host;
    const { problems } = texts;
    if (input.kind === 'nothing') return problems.nothing;
    if (input.kind === 'agency-unknown') return problems.agency;
    const { language } = view;
    return problems.json(
      placeTextOf(input.problem, language) + sentenceOf(input.problem, language),
    );
  }
}
