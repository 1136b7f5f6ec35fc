/* Why the service cannot start. */
import type { Language } from '../words/language.js';
import { type StartDetails, type StartReason, startWords } from '../words/start.js';

/** Tells the operator why the service cannot start. The message never has the address, which may hold a password. */
export class StartProblem extends Error {
  readonly reason: StartReason;
  readonly #details: StartDetails;

  constructor(reason: StartReason, details: StartDetails = {}, options?: ErrorOptions) {
    super(startWords('en', reason, details), options);
    this.reason = reason;
    this.#details = details;
  }

  /** The sentence in one language. */
  inWords(language: Language): string {
    return startWords(language, this.reason, this.#details);
  }
}
