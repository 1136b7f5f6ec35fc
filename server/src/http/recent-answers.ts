/* Keeps recent answers, which may be asked for again. */

/** Keeps a number of answers. The oldest goes first. */
export class RecentAnswers<Answer> {
  readonly #answers = new Map<string, Answer>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Answer | undefined {
    return this.#answers.get(key);
  }

  set(key: string, answer: Answer): void {
    // A Map keeps the order in which its entries came.
    const [oldest] = this.#answers.keys();
    if (this.#answers.size >= this.#most && oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(key, answer);
  }
}
