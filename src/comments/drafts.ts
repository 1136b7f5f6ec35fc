import type { CommentDraft } from './types.js';

/** What is kept of a draft until it is accepted. Never the contact. */
export interface StoredDraft {
  readonly idempotencyKey: string;
  readonly body: string;
  readonly authorName: string;
  /** The comment it answers, and who wrote that. */
  readonly parent?: { readonly id: string; readonly authorName: string | null } | undefined;
  /** The version of the privacy notice that was agreed to, and when. */
  readonly consent?: CommentDraft['consent'];
  /** What was sent, while nobody knows whether it arrived; a retry has to say exactly the same. */
  readonly sent?: CommentDraft | undefined;
}

/**
 * Names that boxes of this page write under. Two boxes on one thread each keep a draft of their own, also when
 * they come from two script files, hence the global symbol.
 */
const taken = ((globalThis as never as Record<symbol, Set<string>>)[
  Symbol.for('customs-widgets/drafts/1')
] ??= new Set<string>());

/** Where the session's storage is full or forbidden, drafts last as long as the page. */
const memory = new Map<string, string>();

/** Milliseconds without a key after which a draft is written. */
const PAUSE = 250;

/** 128 random bits. Not `randomUUID`, which plain http and Chromium 80 do not have. */
export function newIdempotencyKey(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const emptyDraft = (): StoredDraft => ({
  idempotencyKey: newIdempotencyKey(),
  body: '',
  authorName: '',
});

/** The draft of one box, and its place in the storage of the session, which ends with the tab. */
export class DraftStore {
  key = '';

  /** As it is in the form. */
  draft: StoredDraft;

  /** Whether what was saved last will outlive the page. */
  lasting = true;

  readonly #thread: string;
  readonly #written: () => void;
  #isHeld = false;
  /** Until a draft that waits for a pause is written. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param thread - names the thread among all threads of all engines
   * @param written - called when a draft that waited for a pause was written
   */
  constructor(thread: string, written: () => void = () => undefined) {
    this.#thread = thread;
    this.#written = written;
    this.claim();
    this.draft = this.load() ?? emptyDraft();
  }

  /** Writes now what waits for a pause. */
  readonly flush = (): void => {
    if (this.#timer === undefined) return;
    this.save({});
    this.#written();
  };

  /** Whether there is a text that would not outlive the page. */
  get isFleeting(): boolean {
    return !this.lasting && Boolean(this.draft.body);
  }

  /** Whether a reader who left now could lose what was typed. */
  get isAtRisk(): boolean {
    return this.isFleeting || this.#timer !== undefined;
  }

  /** Takes the first place on the thread that no other box has. */
  claim(): void {
    if (this.#isHeld) return;
    const first = `customs-comment-draft:${this.#thread}`;
    this.key = first;
    for (let number = 2; taken.has(this.key); number += 1) this.key = `${first}#${number}`;
    taken.add(this.key);
    this.#isHeld = true;
  }

  /** Leaves the place to the next box on the thread; the draft stays. */
  release(): void {
    this.flush();
    if (this.#isHeld) taken.delete(this.key);
    this.#isHeld = false;
  }

  /** What is stored in the place. */
  load(): StoredDraft | undefined {
    let text = memory.get(this.key);
    try {
      text ??= sessionStorage.getItem(this.key) ?? undefined;
      const draft = text && (JSON.parse(text) as Partial<StoredDraft> | null);
      if (!draft || !draft.idempotencyKey) return undefined;
      return {
        ...(draft as StoredDraft),
        body: draft.body ?? '',
        authorName: draft.authorName ?? '',
      };
    } catch {
      return undefined;
    }
  }

  /**
   * Takes up what is stored now, which another box may have finished meanwhile.
   *
   * @returns whether that is another draft
   */
  reopen(): boolean {
    const { idempotencyKey } = this.draft;
    const stored = this.load();
    if (stored?.idempotencyKey === idempotencyKey) return false;
    this.draft = stored ?? emptyDraft();
    return true;
  }

  /** Changes the draft, and writes it. */
  save(changes: Partial<StoredDraft>): void {
    this.draft = { ...this.draft, ...changes };
    this.#stopWaiting();
    const text = JSON.stringify(this.draft);
    try {
      sessionStorage.setItem(this.key, text);
      memory.delete(this.key);
      this.lasting = true;
    } catch {
      memory.set(this.key, text);
      this.lasting = false;
    }
  }

  /** Changes the draft, and writes it when typing pauses, or else before the page is left. */
  saveLater(changes: Partial<StoredDraft>): void {
    this.draft = { ...this.draft, ...changes };
    this.#stopWaiting();
    this.#timer = setTimeout(this.flush, PAUSE);
    // A page that goes into the background may never come back.
    window.addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.flush);
  }

  /** Empties the form and the place. */
  clear(): void {
    this.draft = emptyDraft();
    this.#stopWaiting();
    memory.delete(this.key);
    this.lasting = true;
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Nothing was kept where storage is forbidden.
    }
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    window.removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.flush);
  }
}
