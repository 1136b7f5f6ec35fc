/* The proof of work. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProofOfWorkChallenge } from '../../src/contract/challenges.js';
import { assertRefused, newDraft, newThread, post } from './citizen.js';
import { bodyOf, send } from './client.js';
import {
  askChallenge,
  asPayload,
  type Captcha,
  hasOneKey,
  type Proof,
  proofFor,
  work,
  workChallenge,
} from './proofs.js';
import { needs, site } from './setting.js';

async function refuse(thread: string, captcha: unknown, reason?: string): Promise<void> {
  const answer = await post(thread, { ...newDraft(), captcha });
  assertRefused(answer, 'captcha', reason === undefined ? {} : { reason });
}

/** The proof with other parameters, and work that fits them. */
async function withParameters({ challenge }: Proof, changes: object): Promise<Captcha> {
  // Shortens a prefix for which nobody finds another key, as a forger would.
  const findable = hasOneKey(challenge) ? { keyPrefix: '00', keySignature: undefined } : {};
  const parameters = { ...challenge.parameters, ...findable, ...changes };
  const changed = { ...challenge, parameters };
  return asPayload({ challenge: changed, solution: await work(changed) });
}

/** The proof with other parameters, and the work that was done for the right ones. */
function tampered({ challenge, solution }: Proof, changes: object): Captcha {
  const parameters = { ...challenge.parameters, ...changes };
  return asPayload({ challenge: { ...challenge, parameters }, solution });
}

const flipped = (text: string): string => (text.startsWith('0') ? '1' : '0') + text.slice(1);

describe('A challenge of work', () => {
  it('is fresh, not stored by caches, and expires', needs.proof, async () => {
    const thread = newThread();
    const answer = await askChallenge(thread, 'pow');
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    const { challenge, expiresAt } = bodyOf(ProofOfWorkChallenge, answer, 201);
    assert.ok(Date.parse(expiresAt) > Date.now());
    const other = await workChallenge(thread);
    assert.notEqual(other.parameters.nonce, challenge.parameters.nonce);
    assert.notEqual(other.signature, challenge.signature);
  });

  it('is not given for an unknown site', needs.proof, async () => {
    const json = { site: 'no-such-site', thread: 'a', kind: 'pow' };
    assertRefused(await send('/v1/challenges', { method: 'POST', json }), 'not-found');
  });

  for (const [name, changes] of Object.entries({
    'of an unknown kind': { kind: 'magic' },
    'without a thread': { thread: undefined },
    'for a thread that is a number': { thread: 1 },
    'for a key that no thread can have': { thread: 'x'.repeat(513) },
    'with a cost of its own': { cost: 1 },
  })) {
    it(`is not given ${name}`, needs.proof, async () => {
      const json = { site, thread: 'a', kind: 'pow', ...changes };
      assertRefused(await send('/v1/challenges', { method: 'POST', json }), 'validation');
    });
  }
});

describe('A draft without a good proof is refused', () => {
  it('when there is none', needs.proof, async () => {
    assertRefused(await post(newThread(), newDraft()), 'captcha', { reason: 'missing' });
  });

  for (const [name, payload] of Object.entries({
    'is no base64': '*** no base64 ***',
    'is no JSON': Buffer.from('{').toString('base64'),
    'is null': asPayload(null).payload,
    'is a number': asPayload(1).payload,
    'is an empty object': asPayload({}).payload,
    'holds nothing': asPayload({ challenge: null, solution: null }).payload,
    'holds empty objects': asPayload({ challenge: { parameters: {} }, solution: {} }).payload,
    'is nested deep': asPayload('['.repeat(4000)).payload,
  })) {
    it(`when it ${name}`, needs.proof, () =>
      refuse(newThread(), { kind: 'pow', payload }, 'wrong'),
    );
  }

  it('when the work was not done', needs.proof, async () => {
    const thread = newThread();
    const { challenge, solution } = await proofFor(thread);
    const { derivedKey } = solution;
    for (const key of ['00'.repeat(derivedKey.length / 2), flipped(derivedKey), '', null]) {
      const changed = asPayload({ challenge, solution: { ...solution, derivedKey: key } });
      await refuse(thread, changed, 'wrong');
    }
    await refuse(thread, asPayload({ challenge, solution: { counter: 0 } }), 'wrong');
  });

  it('when the signature is another or missing', needs.proof, async () => {
    const thread = newThread();
    const { challenge, solution } = await proofFor(thread);
    for (const signature of [flipped(challenge.signature ?? ''), '', null, undefined]) {
      await refuse(
        thread,
        asPayload({ challenge: { ...challenge, signature }, solution }),
        'wrong',
      );
    }
  });

  const changes: Record<string, object> = {
    'the cost was lowered': { cost: 1 },
    'the prefix was shortened': { keyPrefix: '0' },
    'its time was prolonged': { expiresAt: Math.floor(Date.now() / 1000) + 86_400 },
    'its salt was changed': { salt: '00'.repeat(16) },
    'a parameter was added': { more: 1 },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`when ${name}`, needs.proof, async () => {
      const thread = newThread();
      const proof = await proofFor(thread);
      await refuse(thread, tampered(proof, change), 'wrong');
      await refuse(thread, await withParameters(proof, change), 'wrong');
    });
  }

  it('when it was moved to another thread', needs.proof, async () => {
    const [thread, other] = [newThread(), newThread()];
    const proof = await proofFor(other);
    const data = (await workChallenge(thread)).parameters.data ?? {};
    await refuse(thread, tampered(proof, { data }));
  });

  it('when the proof is made up altogether', needs.proof, async () => {
    const thread = newThread();
    const proof = await proofFor(thread);
    const own = { nonce: '00'.repeat(16), salt: '00'.repeat(16), cost: 1, keyPrefix: '00' };
    await refuse(thread, await withParameters(proof, own), 'wrong');
  });

  it('when it is the proof for another thread', needs.proof, async () => {
    const proof = asPayload(await proofFor(newThread()));
    await refuse(newThread(), proof, 'foreign');
  });

  it('when it is sent as a typed code', needs.proof, async () => {
    const thread = newThread();
    await refuse(thread, { kind: 'code', payload: asPayload(await proofFor(thread)).payload });
  });
});
