/* The captcha as a citizen's browser meets it. */
import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { solveChallenge, type Challenge, type Solution } from 'altcha-lib';
import type { DeriveKeyFunction } from 'altcha-lib/types';
import type { Static } from 'typebox';
import { CodeChallenge, ProofOfWorkChallenge } from '../../src/contract/challenges.js';
import type { CaptchaKind, Draft } from '../../src/contract/comments.js';
import { bodyOf, send, type Answer } from './client.js';
import { capabilities, site } from './setting.js';

/** A captcha as it stands in a draft. */
export type Captcha = NonNullable<Draft['captcha']>;

/** A challenge and the work that was done for it. */
export interface Proof {
  challenge: Challenge;
  solution: Solution;
}

/** Asks for a challenge. */
export function askChallenge(thread: string, kind: CaptchaKind, base?: string): Promise<Answer> {
  const json = { site, thread, kind };
  return send('/v1/challenges', { method: 'POST', json, ...(base ? { base } : {}) });
}

/** A fresh challenge of the proof of work. */
export async function workChallenge(thread: string): Promise<Challenge> {
  const answer = await askChallenge(thread, 'pow');
  return bodyOf(ProofOfWorkChallenge, answer, 201).challenge;
}

/** A fresh challenge of the typed code. */
export async function codeChallenge(thread: string): Promise<Static<typeof CodeChallenge>> {
  return bodyOf(CodeChallenge, await askChallenge(thread, 'code'), 201);
}

/** Derives a key in this thread. The library's own function goes to another one, which takes longer than the key. */
const deriveKey: DeriveKeyFunction = ({ algorithm, cost, keyLength }, salt, password) => {
  const [, bits] = /^PBKDF2\/SHA-(256|384|512)$/.exec(algorithm) ?? [];
  assert.ok(bits, `the work ${algorithm} is not known here`);
  const derivedKey = pbkdf2Sync(password, salt, cost, keyLength, `sha${bits}`);
  return Promise.resolve({ derivedKey });
};

/** Looks for a solution from a counter on; null when none is found in time. */
export const search = (challenge: Challenge, counterStart = 0, timeout = 90_000) =>
  solveChallenge({ challenge, deriveKey, counterStart, timeout });

/** Does the work. */
export async function work(challenge: Challenge): Promise<Solution> {
  const solution = await search(challenge);
  assert.ok(solution, 'the proof of work took longer than 90 seconds');
  return solution;
}

/** A fresh proof for a thread. */
export async function proofFor(thread: string): Promise<Proof> {
  const challenge = await workChallenge(thread);
  return { challenge, solution: await work(challenge) };
}

/** Whether the prefix is so long that nobody finds a second key that has it. */
export const hasOneKey = ({ parameters }: Challenge): boolean => parameters.keyPrefix.length > 4;

/** Any value, written as the payload of a proof is. */
export function asPayload(value: unknown): Captcha {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { kind: 'pow', payload: Buffer.from(text).toString('base64') };
}

/** What a draft for this thread needs to get past the captcha; nothing where none is asked for. */
export async function captchaFor(thread: string): Promise<Captcha | undefined> {
  return capabilities.captcha.length ? asPayload(await proofFor(thread)) : undefined;
}
