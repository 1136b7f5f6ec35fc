/*
 * Made-up input for the tests of this folder. fast-check makes the same input on every machine and in every run, because
 * the seed is fixed; a failure prints it with the smallest input that fails. `ATTACK_SEED=…` tries other input in Node.
 */
import fc from 'fast-check';
import { TRAPS } from './traps.mjs';

export const SEED = Number(globalThis.process?.env.ATTACK_SEED ?? 17);

/** Fails with the smallest input for which a property does not hold. */
export const holds = (property, numRuns) =>
  fc.assert(property, { seed: SEED, numRuns, includeErrorInReport: true });

/** Texts that have broken other programs. */
const STRANGE = [
  '',
  ' ',
  '\n',
  '\0',
  '\u202Egnp.局',
  '\u200B\u200D',
  '\uD800',
  '局\uDC00',
  '\uFFFD',
  '\u2028\u2029',
  '👨‍👩‍👧‍👦'.repeat(20),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
  '（一）',
  '1.',
  '第一条 ',
  '（一）1. 甲。',
  '2026-02-31',
  '12345',
  'null',
  '[object Object]',
  '</script><script>alert(1)</script>',
  '{{constructor}}',
  '__proto__',
  'zh_CN',
  'x-klingon',
  'zh-Hans',
];

/** One text: strange, of any characters, or with halves of characters. */
export const text = fc.oneof(
  fc.constantFrom(...STRANGE),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 4 })
    .map((units) => `局${String.fromCharCode(...units)}`),
);

/** Names of members that mean something to JavaScript or to an agency. */
export const memberName = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  'name',
  'links',
  'items',
  'tracks',
  'tiers',
  'ranks',
  'url',
  '名称',
  'levle',
  'a/b~c',
  '0',
  '',
);

const MARK = 'trap:';

/** Any value. A trap is named here and made by `real`, so that it can be printed. */
export const anything = fc.oneof(
  text,
  fc.constantFrom(...Object.keys(TRAPS)).map((name) => MARK + name),
  fc.constantFrom(null, undefined, true, false, 0, -0, -1, 1.5, 1e308, NaN, Infinity, [], {}),
  fc.anything({ maxDepth: 3, maxKeys: 4, withBigInt: true, withMap: true, withSet: true }),
);

const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    text,
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(memberName, text), tie('value'), { maxKeys: 5 }),
  ),
}));

/** @returns {fc.Arbitrary<unknown>} */
const typed = (arbitrary) => arbitrary;

/** JSON of any kind, with names that mean something. */
export const json = typed(anyJson);

/** Makes the trap that a value names. Other values stay. */
export const real = (value) =>
  typeof value === 'string' && value.startsWith(MARK) ? TRAPS[value.slice(MARK.length)]() : value;

/** Every address of a member in a value, as lists of names. */
function pathsOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name])),
  ];
}

const CHANGES = {
  // In a list, this leaves a hole.
  replace: (owner, name, value) => (owner[name] = value),
  remove: (owner, name) => delete owner[name],
  wrap: (owner, name) => (owner[name] = [owner[name]]),
  repeat: (owner, name) => (owner[name] = [owner[name], owner[name]]),
  // A member of its own, even one that is called __proto__.
  add: (owner, name, value, added) =>
    Object.defineProperty(Object(owner[name]), added, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    }),
};

function change(whole, { path, how, added, value }) {
  const names = [...path];
  const last = names.pop();
  const owner = names.reduce((one, name) => Object(one)[name], whole);
  // An earlier change may have taken it away.
  if (typeof owner === 'object' && owner !== null) CHANGES[how](owner, last, real(value), added);
}

/**
 * A sample with up to four changes anywhere in it, as a list of changes and a function that makes them.
 *
 * @param sample - JSON
 * @param value - what replaces members and is added
 */
export function changed(sample, value = anything) {
  const changes = fc.array(
    fc.record({
      path: fc.constantFrom(...pathsOf({ whole: sample }).slice(1)),
      how: fc.constantFrom(...Object.keys(CHANGES)),
      added: memberName,
      value,
    }),
    { minLength: 1, maxLength: 4 },
  );
  const make = (list) => {
    const holder = { whole: JSON.parse(JSON.stringify(sample)) };
    for (const one of list) {
      try {
        change(holder, one);
      } catch {
        // An earlier change was a trap, which cannot be changed.
      }
    }
    return holder.whole;
  };
  return { changes, make };
}
