import { writeJson } from '../json.js';
import type { CommentDraft } from './types.js';

/** The stored part of a draft, kept until the comment is accepted. Never contains the contact. */
export interface StoredDraft {
  readonly idempotencyKey: string;
  readonly body: string;
  readonly authorName: string;
  /** The comment it replies to, and the author of that comment. */
  readonly parent?: { readonly id: string; readonly authorName: string | null } | undefined;
  /** Version of the privacy notice that the author agreed to, and the time. */
  readonly consent?: CommentDraft['consent'];
  /** The content sent, while its outcome is unknown. A retry has to send exactly the same. */
  readonly sent?: CommentDraft | undefined;
}

/**
 * Storage keys in use on this page. Two boxes on one thread each keep their own draft. The symbol
 * is global because the boxes may come from two script files.
 */
const taken = ((globalThis as never as Record<symbol, Set<string>>)[
  Symbol.for('customs-widgets/drafts/1')
] ??= new Set<string>());

/** Replaces session storage that is full or forbidden. These drafts last as long as the page. */
const memory = new Map<string, string>();

/** Debounce in milliseconds: a draft is written after this pause in typing. */
const PAUSE = 250;

/** Makes 128 random bits. `randomUUID` is missing on plain http and in Chromium 80. */
export function newIdempotencyKey(): string {
  let bytes = new Uint8Array(16);
  try {
    crypto.getRandomValues(bytes);
  } catch {
    // Some old in-app browsers have no `crypto`. Browsers seed this generator at random for each
    // page, and nobody outside of the page sees its numbers, so nobody can guess the key of a draft.
    bytes = bytes.map(() => Math.random() * 256);
  }
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const emptyDraft = (): StoredDraft => ({
  idempotencyKey: newIdempotencyKey(),
  body: '',
  authorName: '',
});

/** The draft of one box and its key in session storage, which lasts as long as the tab. */
export class DraftStore {
  key = '';

  /** The current content of the form. */
  draft: StoredDraft;

  /** True if the last save outlives the page. */
  lasting = true;

  readonly #thread: string;
  readonly #written: () => void;
  #isHeld = false;
  /** Runs until a debounced draft is written. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param thread - identifies the thread across all engines
   * @param written - called when a debounced draft was written
   */
  constructor(thread: string, written: () => void = () => undefined) {
    this.#thread = thread;
    this.#written = written;
    this.claim();
    this.draft = this.load() ?? emptyDraft();
  }

  /** Writes a debounced draft at once. */
  readonly flush = (): void => {
    if (this.#timer === undefined) return;
    this.save({});
    this.#written();
  };

  /** True if there is text that would not outlive the page. */
  get isFleeting(): boolean {
    return !this.lasting && Boolean(this.draft.body);
  }

  /** True if readers who leave now could lose what they typed. */
  get isAtRisk(): boolean {
    return this.isFleeting || this.#timer !== undefined;
  }

  /** Claims the first key of the thread that no other box uses. */
  claim(): void {
    if (this.#isHeld) return;
    const first = `customs-comment-draft:${this.#thread}`;
    this.key = first;
    for (let number = 2; taken.has(this.key); number += 1) this.key = `${first}#${number}`;
    taken.add(this.key);
    this.#isHeld = true;
  }

  /** Releases the key to the next box on the thread. The draft stays in storage. */
  release(): void {
    this.flush();
    if (this.#isHeld) taken.delete(this.key);
    this.#isHeld = false;
  }

  /** Reads the stored draft. */
  load(): StoredDraft | undefined {
    let text = memory.get(this.key);
    try {
      text ??= sessionStorage.getItem(this.key) ?? undefined;
      const draft = text && (JSON.parse(text) as Partial<StoredDraft> | null);
      if (!draft || !draft.idempotencyKey) return undefined;
      const { idempotencyKey, body = '', authorName = '' } = draft;
      // Whoever can write into the storage of the page may have written anything.
      if (![idempotencyKey, body, authorName].every((one) => typeof one === 'string'))
        return undefined;
      return { ...(draft as StoredDraft), body, authorName };
    } catch {
      return undefined;
    }
  }

  /**
   * Loads the stored draft again, because another box may have sent it meanwhile.
   *
   * @returns true if it is another draft now
   */
  reopen(): boolean {
    const { idempotencyKey } = this.draft;
    const stored = this.load();
    if (stored?.idempotencyKey === idempotencyKey) return false;
    this.draft = stored ?? emptyDraft();
    return true;
  }

  /** Changes the draft and writes it. */
  save(changes: Partial<StoredDraft>): void {
    this.draft = { ...this.draft, ...changes };
    this.#stopWaiting();
    const text = writeJson(this.draft);
    try {
      sessionStorage.setItem(this.key, text);
      memory.delete(this.key);
      this.lasting = true;
    } catch {
      memory.set(this.key, text);
      this.lasting = false;
    }
  }

  /** Changes the draft and writes it after a pause in typing, or when the page is left. */
  saveLater(changes: Partial<StoredDraft>): void {
    this.draft = { ...this.draft, ...changes };
    this.#stopWaiting();
    this.#timer = setTimeout(this.flush, PAUSE);
    // A page in the background may never come back.
    window.addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.flush);
  }

  /** Empties the form and deletes the stored draft. */
  clear(): void {
    this.draft = emptyDraft();
    this.#stopWaiting();
    memory.delete(this.key);
    this.lasting = true;
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Forbidden storage holds nothing to delete.
    }
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    window.removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.flush);
  }
}
