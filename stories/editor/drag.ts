/* Dragging passages with a pointer. Keys and buttons do the same. */
import type { PassageActions } from './passage-actions.js';

const ID = /^passage-(.+)$/;

const idOf = (row: Element | null | undefined): string | undefined => ID.exec(row?.id ?? '')?.[1];

const rowAt = (event: DragEvent): HTMLElement | null =>
  (event.target as HTMLElement).closest<HTMLElement>('.passage');

/** Listeners for a list of passages. */
export class Dragging {
  readonly #edit: PassageActions;
  #id: string | undefined;
  #marked: HTMLElement | undefined;

  constructor(edit: PassageActions) {
    this.#edit = edit;
  }

  readonly start = (event: DragEvent): void => {
    const row = rowAt(event);
    this.#id = idOf(row);
    if (!row || this.#id === undefined || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    event.dataTransfer.setDragImage(row, 16, 16);
  };

  readonly over = (event: DragEvent): void => {
    const row = rowAt(event);
    if (this.#id === undefined || !row) return;
    event.preventDefault();
    this.#mark(row, this.#isBelow(event, row) ? 'below' : 'above');
  };

  readonly drop = (event: DragEvent): void => {
    const row = rowAt(event);
    const id = this.#id;
    this.end();
    if (id === undefined || !row) return;
    event.preventDefault();
    const over = idOf(row);
    if (over !== undefined) this.#edit.drop(id, over, this.#isBelow(event, row));
  };

  readonly end = (): void => {
    this.#id = undefined;
    this.#mark(undefined, '');
  };

  #isBelow({ clientY }: DragEvent, row: HTMLElement): boolean {
    const { top, height } = row.getBoundingClientRect();
    return clientY > top + height / 2;
  }

  #mark(row: HTMLElement | undefined, side: string): void {
    if (this.#marked && this.#marked !== row) delete this.#marked.dataset['drop'];
    this.#marked = row;
    if (row) row.dataset['drop'] = side;
  }
}
