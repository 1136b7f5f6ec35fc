/* Who is staff: tokens that are made and revoked while the service runs, and what each role may do. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import type { Static } from 'typebox';
import {
  MadeStaffToken,
  type Role,
  ROLES,
  Session,
  StaffPage,
  StaffToken,
} from '../../src/contract/staff.js';
import { assertRefused, newThread, submit } from './citizen.js';
import { type Answer, bodyOf, send, type Sending } from './client.js';
import { audit, decide, inspect, published, sendAsModerator } from './moderator.js';
import { bothUrls } from './options.js';
import { needs, session, site } from './setting.js';

const STAFF = '/v1/moderation/staff';
const SESSION = '/v1/moderation/session';

/** The tokens that were made, to be revoked at the end. */
const made: string[] = [];

async function makeToken(fields: object = {}): Promise<Static<typeof MadeStaffToken>> {
  const json = { name: 'conformance', role: 'reader', sites: [site], days: 1, ...fields };
  const answer = await sendAsModerator(STAFF, { method: 'POST', json });
  const value = bodyOf(MadeStaffToken, answer, 201);
  made.push(value.details.id);
  return value;
}

const revoke = async (id: string): Promise<StaffToken> =>
  bodyOf(StaffToken, await sendAsModerator(`${STAFF}/${id}`, { method: 'DELETE' }));

/** Leaves nobody in who came for the tests. */
async function revokeMade(): Promise<void> {
  for (const id of made.splice(0)) await revoke(id);
}

/** Sends a request with a token of its own. */
const sendWith = (token: string, path: string, sending: Sending = {}): Promise<Answer> =>
  send(path, { ...sending, headers: { authorization: `Bearer ${token}`, ...sending.headers } });

const openSession = (token: string, base?: string): Promise<Answer> =>
  sendWith(token, SESSION, base === undefined ? {} : { base });

/** The roles from the one that is named on. */
const from = (role: Role): readonly Role[] => ROLES.slice(ROLES.indexOf(role));

describe('A token of staff', () => {
  after(revokeMade);

  it('opens a session in every process until it is revoked', needs.staff, async () => {
    const { token, details } = await makeToken({ name: '合规检验' });
    for (const base of bothUrls) {
      const opened = bodyOf(Session, await openSession(token, base));
      assert.equal(opened.name, '合规检验');
      assert.equal(opened.role, 'reader');
      assert.deepEqual(opened.sites, [site]);
      assert.equal(opened.expiresAt, details.expiresAt);
    }
    const revoked = await revoke(details.id);
    assert.equal(revoked.revokedBy, session?.name);
    for (const base of bothUrls) {
      assertRefused(await openSession(token, base), 'unauthorized', { reason: 'revoked' });
    }
    assert.deepEqual(await revoke(details.id), revoked, 'the second time changes nothing');
  });

  it('is no session that one could sign out of', needs.staff, async () => {
    const { token } = await makeToken();
    assert.equal(bodyOf(Session, await openSession(token)).kind, 'token');
    assertRefused(await sendWith(token, SESSION, { method: 'DELETE' }), 'conflict');
    bodyOf(Session, await openSession(token));
  });

  it('is listed without its secret part', needs.staff, async () => {
    const { token, details } = await makeToken();
    const answer = await sendAsModerator(STAFF);
    const { items } = bodyOf(StaffPage, answer);
    assert.ok(items.some(({ id }) => id === details.id));
    assert.ok(!answer.text.includes(token));
    assert.doesNotMatch(answer.headers.get('cache-control') ?? '', /public/);
  });

  it('is written into the audit of its sites', needs.staff, async () => {
    const name = `conformance ${randomUUID().slice(0, 8)}`;
    const { details } = await makeToken({ name });
    await revoke(details.id);
    const { items } = await audit({ limit: 10 });
    assert.deepEqual(
      items.filter(({ detail }) => detail === name).map(({ action, actor }) => [action, actor]),
      [
        ['token-revoked', session?.name],
        ['token-made', session?.name],
      ],
    );
  });

  const wrong: [string, object, string][] = [
    ['an unknown role', { role: 'king' }, '/role'],
    ['an unknown site', { sites: ['no-such-site'] }, '/sites/0'],
    ['no site', { sites: [] }, '/sites'],
    ['no end', { days: 100_000 }, '/days'],
    ['the name of others in the audit', { name: 'citizen' }, '/name'],
    ['an unknown field', { token: 'mine' }, '/token'],
  ];
  for (const [name, fields, pointer] of wrong) {
    it(`with ${name} is refused`, needs.staff, async () => {
      const json = { name: 'conformance', role: 'reader', sites: [site], days: 1, ...fields };
      const answer = await sendAsModerator(STAFF, { method: 'POST', json });
      assert.ok([403, 422].includes(answer.status), answer.text);
      if (answer.status === 422) assertRefused(answer, 'validation', { pointer });
    });
  }

  it('that nobody has cannot be revoked', needs.staff, async () => {
    const answer = await sendAsModerator(`${STAFF}/${randomUUID()}`, { method: 'DELETE' });
    assertRefused(answer, 'not-found');
  });
});

describe('A role', () => {
  after(revokeMade);

  const tokens = new Map<Role, string>();

  const tokenOf = async (role: Role): Promise<string> => {
    const known = tokens.get(role) ?? (await makeToken({ role })).token;
    tokens.set(role, known);
    return known;
  };

  /** Has each role do something, and checks who is let through. */
  async function assertOnly(
    allowed: readonly Role[],
    attempt: (token: string) => Promise<Answer>,
  ): Promise<void> {
    for (const role of ROLES) {
      const answer = await attempt(await tokenOf(role));
      if (allowed.includes(role)) {
        assert.ok(answer.status < 300, `${role}: ${answer.status} ${answer.text}`);
      } else {
        assertRefused(answer, 'forbidden');
      }
    }
  }

  const decideWith = async (token: string, id: string, json: unknown): Promise<Answer> => {
    const { etag } = await inspect(id);
    const headers = { 'if-match': etag };
    return sendWith(token, `/v1/moderation/comments/${id}`, { method: 'PATCH', json, headers });
  };

  it('of any kind reads the queue and the audit', needs.staff, async () => {
    const query = `?site=${encodeURIComponent(site)}`;
    for (const path of ['comments', 'audit']) {
      await assertOnly(ROLES, (token) => sendWith(token, `/v1/moderation/${path}${query}`));
    }
  });

  it('from moderator on decides on comments', needs.staff, async () => {
    await assertOnly(from('moderator'), async (token) => {
      const { receipt } = await submit(newThread());
      return decideWith(token, receipt.id, { status: 'rejected', reasonCode: 'other' });
    });
  });

  const speaks = { skip: needs.staff.skip || needs.publisher.skip };
  it('of a reader never replies officially, that of a publisher does', speaks, async () => {
    const { receipt } = await published(newThread());
    const replyWith = async (role: Role): Promise<Answer> =>
      sendWith(await tokenOf(role), `/v1/moderation/comments/${receipt.id}/replies`, {
        method: 'POST',
        json: { body: 'x' },
        headers: { 'idempotency-key': randomUUID() },
      });
    assertRefused(await replyWith('reader'), 'forbidden');
    for (const role of from('publisher')) assert.equal((await replyWith(role)).status, 201, role);
    // Each service says whether a moderator may.
    const { body } = await openSession(await tokenOf('moderator'));
    const may = (body as Static<typeof Session>).permissions.includes('reply');
    const byModerator = await replyWith('moderator');
    if (may) assert.equal(byModerator.status, 201);
    else assertRefused(byModerator, 'forbidden');
  });

  it('below administrator erases nothing', needs.staff, async () => {
    for (const role of ROLES.slice(0, -1)) {
      const { receipt } = await published(newThread());
      assertRefused(
        await decideWith(await tokenOf(role), receipt.id, { status: 'withdrawn' }),
        'forbidden',
      );
      assertRefused(await decide(receipt.id, { status: 'published' }), 'conflict');
    }
  });

  it('below administrator neither exports nor knows who is staff', needs.staff, async () => {
    const path = `/v1/moderation/sites/${encodeURIComponent(site)}/export`;
    await assertOnly(['administrator'], (token) => sendWith(token, path));
    await assertOnly(['administrator'], (token) => sendWith(token, STAFF));
  });

  it('below administrator makes no token', needs.staff, async () => {
    for (const role of ROLES.slice(0, -1)) {
      const json = { name: 'conformance', role: 'administrator', sites: [site] };
      const answer = await sendWith(await tokenOf(role), STAFF, { method: 'POST', json });
      assertRefused(answer, 'forbidden');
    }
  });
});

describe('A sign-in', () => {
  it('that no identity provider has answered opens no session', needs.staff, async () => {
    const secret = randomUUID();
    const json = { secret, answer: 'code=conformance&state=conformance' };
    const answer = await send(SESSION, { method: 'POST', json });
    // A service without a provider has no such address.
    assertRefused(answer, answer.status === 404 ? 'not-found' : 'sign-in');
  });
});
