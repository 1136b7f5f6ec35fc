/* Methods of an engine of comments that do anything. */
import fc from 'fast-check';
import { anything, changed, real } from './made-up.mjs';

const ERROR = {
  name: 'ProviderError',
  kind: 'validation',
  retryAfterMs: 1,
  fields: [{ field: 'body', key: 'blank' }],
};

/** What a method does with a value. A promise that never ends is left behind. */
const WAYS = {
  answers: (value: unknown) => Promise.resolve(value),
  'answers at once': (value: unknown) => value,
  rejects: (value: unknown) => Promise.reject(value),
  throws: (value: unknown) => {
    throw value;
  },
  waits: () => new Promise(() => undefined),
};

/** Methods that answer with their sample, changed, or with anything else. */
export function method(
  sample: object,
): fc.Arbitrary<{ say: () => unknown; toString: () => string }> {
  const { changes, make } = changed(sample);
  const { changes: faults, make: makeError } = changed(ERROR);
  const value = fc.oneof(
    { weight: 4, arbitrary: changes.map((list) => [list, () => make(list)] as const) },
    faults.map((list) => [list, () => makeError(list)] as const),
    anything.map((one) => [one, () => real(one)] as const),
  );
  return fc.tuple(fc.constantFrom(...Object.keys(WAYS)), value).map(([way, [shown, give]]) => ({
    say: () => WAYS[way as keyof typeof WAYS](give()),
    toString: () => `${way} ${fc.stringify(shown)}`,
    [fc.toStringMethod]: () => `${way} ${fc.stringify(shown)}`,
  }));
}
