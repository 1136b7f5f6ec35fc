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

/** The place of one box's draft, in the storage of the session: it ends with the tab. */
export class DraftStore {
  key = '';

  /** Whether what was saved last will outlive the page. */
  lasting = true;

  readonly #thread: string;
  #isHeld = false;

  /** @param thread - names the thread among all threads of all engines */
  constructor(thread: string) {
    this.#thread = thread;
    this.claim();
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
    if (this.#isHeld) taken.delete(this.key);
    this.#isHeld = false;
  }

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

  save(draft: StoredDraft): void {
    const text = JSON.stringify(draft);
    try {
      sessionStorage.setItem(this.key, text);
      memory.delete(this.key);
      this.lasting = true;
    } catch {
      memory.set(this.key, text);
      this.lasting = false;
    }
  }

  clear(): void {
    memory.delete(this.key);
    this.lasting = true;
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Nothing was kept where storage is forbidden.
    }
  }
}

/** 128 random bits. Not `randomUUID`, which plain http and Chromium 80 do not have. */
export function newIdempotencyKey(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
