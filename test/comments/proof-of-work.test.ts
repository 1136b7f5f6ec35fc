import { expect } from '@open-wc/testing';
import { proveWork } from '../../src/comments/captcha/proof-of-work.js';

/** Six bytes: more steps than anybody would wait for. */
const hopeless = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '00',
    salt: '00',
    cost: 1000,
    keyLength: 32,
    keyPrefix: 'ffffffffffff',
  },
  signature: '',
};

describe('the proof of work', () => {
  it('is the first counter whose key begins as wanted, with the challenge as it came', async () => {
    const parameters = {
      algorithm: 'PBKDF2/SHA-256',
      nonce: '0011223344556677',
      salt: 'aabbccdd',
      cost: 10,
      keyLength: 32,
      keyPrefix: '0',
    };
    const challenge = { parameters, signature: 'signed' };
    const proof = JSON.parse(atob(await proveWork(challenge))) as {
      challenge: unknown;
      solution: { counter: number; derivedKey: string };
    };
    expect(proof.challenge).to.deep.equal(challenge);
    const { counter, derivedKey } = proof.solution;
    // Computed once with another implementation of PBKDF2, Node's.
    expect(counter).to.equal(28);
    expect(derivedKey).to.equal('04bb2f2767a5935d3eb98b36ab07a3fcce1a14fcc52165f95dccf41517d448ad');
  });

  it('ends when nobody waits for it any more', async () => {
    const controller = new AbortController();
    const work = proveWork(hopeless, controller.signal).catch((error: Error) => error.name);
    controller.abort();
    expect(await work).to.equal('AbortError');
  });
});
