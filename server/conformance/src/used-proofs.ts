/* A proof of work is good for one comment, wherever and however it is sent again. */
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Receipt } from '../../src/contract/comments.js';
import { assertRefused, newDraft, newThread, post } from './citizen.js';
import { bodyOf } from './client.js';
import { bothUrls } from './options.js';
import { asPayload, type Captcha, hasOneKey, proofFor, search } from './proofs.js';
import { needs } from './setting.js';

async function refuse(thread: string, captcha: unknown, reason?: string): Promise<void> {
  const answer = await post(thread, { ...newDraft(), captcha });
  assertRefused(answer, 'captcha', reason === undefined ? {} : { reason });
}

async function accept(thread: string, captcha: Captcha): Promise<void> {
  bodyOf(Receipt, await post(thread, newDraft({ captcha })), 201, 202);
}

describe('A proof', () => {
  for (const [at, base] of bothUrls.entries()) {
    it(`is good for one comment, asked at process ${at + 1}`, needs.proof, async () => {
      const thread = newThread();
      const captcha = asPayload(await proofFor(thread));
      await accept(thread, captcha);
      const again = await post(thread, newDraft({ captcha }), { base });
      assertRefused(again, 'captcha', { reason: 'used' });
    });
  }

  it('is used up, however it is written the second time', needs.proof, async () => {
    const thread = newThread();
    const proof = await proofFor(thread);
    await accept(thread, asPayload(proof));
    const { challenge, solution } = proof;
    const { payload } = asPayload(proof);
    const upper = { ...solution, derivedKey: solution.derivedKey.toUpperCase() };
    const parameters = Object.fromEntries(Object.entries(challenge.parameters).reverse());
    const signature = challenge.signature?.toUpperCase();
    for (const captcha of [
      asPayload(JSON.stringify(proof, null, 2)),
      asPayload({ solution, challenge, more: randomUUID() }),
      asPayload({ challenge, solution: { ...solution, time: 12_345 } }),
      asPayload({ challenge, solution: upper }),
      asPayload({ challenge: { ...challenge, parameters }, solution }),
      asPayload({ challenge: { ...challenge, signature }, solution }),
      { kind: 'pow', payload: payload.replaceAll('+', '-').replaceAll('/', '_') },
      { kind: 'pow', payload: payload.replace(/=+$/, '') },
      { kind: 'pow', payload: ` ${payload}\n` },
    ]) {
      await refuse(thread, captcha);
    }
  });

  it('is used up for other solutions of its challenge too', needs.proof, async (test) => {
    const thread = newThread();
    const { challenge, solution } = await proofFor(thread);
    if (hasOneKey(challenge)) {
      test.skip('has one solution only');
      return;
    }
    await accept(thread, asPayload({ challenge, solution }));
    const other = await search(challenge, solution.counter + 1, 60_000);
    if (!other) {
      test.skip('no other solution was found');
      return;
    }
    await refuse(thread, asPayload({ challenge, solution: other }), 'used');
  });

  it('is not used up by drafts that are refused', needs.proof, async () => {
    const thread = newThread();
    const captcha = asPayload(await proofFor(thread));
    const refused: [object, 'validation' | 'parent' | 'consent'][] = [
      [{ body: '\u3000' }, 'validation'],
      [{ parentId: randomUUID() }, 'parent'],
      [{ consent: { version: 'old', at: new Date().toISOString() } }, 'consent'],
    ];
    for (const [fields, key] of refused) {
      assertRefused(await post(thread, newDraft({ ...fields, captcha })), key);
    }
    await accept(thread, captcha);
  });

  it('is asked for after the draft was found to be in order', needs.proof, async () => {
    const captcha: Captcha = { kind: 'pow', payload: 'wrong' };
    const answer = await post(newThread(), newDraft({ body: '', captcha }));
    assertRefused(answer, 'validation', { pointer: '/body', field: 'blank' });
  });
});
