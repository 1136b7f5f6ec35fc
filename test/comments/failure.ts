import type { ProviderError } from '../../src/comments/errors.js';

/** The error that an answer ends with. */
export const failure = (promise: Promise<unknown>): Promise<ProviderError> =>
  promise.then(
    () => Promise.reject(new Error('it was answered')),
    (error: ProviderError) => error,
  );
