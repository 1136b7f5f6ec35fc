/* Signing in at the identity provider of the agency, against a real one. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { decodeJwt, generateKeyPair } from 'jose';
import { DATABASES, endPostgres, freePort } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import {
  beginSignIn,
  oidcSettings,
  openSignIn,
  signAsProvider,
  startProvider,
  visit,
} from '../running/provider.mjs';
import {
  openSession,
  revokeStaff,
  sendWith,
  settingsWithRoles,
  TOKENS,
} from '../running/staff.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const newSecret = () => randomBytes(32).toString('base64url');

/** A service with a provider; `others` are more processes of it. */
async function open(
  test,
  { databaseUrl = DATABASES.SQLite(test), oidc = {}, provider: options = {}, more = 0 } = {},
) {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const redirect = `${publicUrl}/moderate`;
  const provider = await startProvider(test, redirect, options);
  const settings = settingsWithRoles(
    databaseUrl,
    {},
    {
      port,
      publicUrl,
      staff: { oidc: oidcSettings(provider.issuer, oidc) },
    },
  );
  settings.sites.other = settings.sites.customs;
  const service = await openService(test, settings);
  const others = [];
  for (let one = 0; one < more; one += 1) {
    others.push(await openService(test, { ...settings, port: 0 }));
  }
  return { ...service, provider, redirect, settings, others };
}

/** Begins a sign-in and goes through the provider. */
async function comeBack({ url, redirect }, secret = newSecret(), change = () => {}) {
  const { body } = await beginSignIn(url, secret);
  const address = new URL(body.address);
  change(address.searchParams);
  return { secret, answer: await visit(address.href, redirect) };
}

/** Signs in, and gives the answer of the service. */
async function signIn(service, change) {
  const { secret, answer } = await comeBack(service, undefined, change);
  return openSignIn(service.url, secret, answer);
}

const tokenOf = async (service) => {
  const { status, body } = await signIn(service);
  assert.equal(status, 201, JSON.stringify(body));
  return body.token;
};

const auditOf = async (url, site = 'customs') =>
  (await sendWith(url, TOKENS.administrator.token, 'GET', `/audit?site=${site}`)).body.items.map(
    ({ action, actor, detail }) => [action, actor, detail],
  );

const refusal = ({ status, body }) => [status, body.type, body.reason];
const refused = (reason) => [403, '/problems/sign-in', reason];

describe('a sign-in at the provider', () => {
  after(endPostgres);

  for (const [name, address] of Object.entries(DATABASES)) {
    it(`opens a session that is good, and then ended, in every process on ${name}`, async (test) => {
      const service = await open(test, { databaseUrl: await address(test), more: 1 });
      const [other] = service.others;
      const { secret, answer } = await comeBack(service);
      const opened = await openSignIn(other.url, secret, answer);
      assert.equal(opened.status, 201, opened.text);
      assert.match(opened.headers.get('cache-control'), /no-store/);
      const again = await openSignIn(service.url, secret, answer);
      assert.deepEqual(refusal(again), refused('used'), 'the other process knows');
      const { token } = opened.body;
      const session = await sendWith(service.url, token, 'GET', '/session');
      const { name: who, role, sites, kind, expiresAt } = session.body;
      assert.deepEqual([who, role, sites, kind], ['张审核', 'moderator', ['customs'], 'session']);
      assert.equal(expiresAt, opened.body.expiresAt);
      assert.deepEqual(await auditOf(service.url), [['signed-in', '张审核', 'zhang']]);
      assert.deepEqual(await auditOf(service.url, 'other'), []);
      assert.equal((await sendWith(service.url, token, 'DELETE', '/session')).status, 204);
      assert.deepEqual(await openSession(other.url, token), [401, 'revoked']);
      const [last] = await auditOf(service.url);
      assert.deepEqual(last, ['signed-out', '张审核', '张审核']);
    });
  }

  it('works for a public client too, which has PKCE instead of a secret', async (test) => {
    const service = await open(test, {
      oidc: { clientSecret: undefined },
      provider: { isPublic: true },
    });
    assert.equal((await signIn(service)).status, 201);
    // Changes what the provider compares the secret of PKCE with.
    const changed = await signIn(service, (query) => query.set('code_challenge', 'x'.repeat(43)));
    assert.deepEqual(refusal(changed), refused('wrong'));
  });

  it('takes the role that may do most, from wherever the provider says it', async (test) => {
    for (const inToken of [true, false]) {
      const service = await open(test, { provider: { inToken } });
      service.provider.person = 'chen';
      const { body } = await sendWith(service.url, await tokenOf(service), 'GET', '/session');
      assert.deepEqual(
        [body.name, body.role, body.sites],
        ['陈主任', 'administrator', ['customs', 'other']],
      );
    }
  });

  it('refuses a person without a role, in words, and records it', async (test) => {
    const service = await open(test);
    service.provider.person = 'zhou';
    const { secret, answer } = await comeBack(service);
    const { status, body } = await openSignIn(service.url, secret, answer, {
      'accept-language': 'en',
    });
    assert.deepEqual(refusal({ status, body }), refused('no-role'));
    assert.match(body.detail, /no role in the moderation.*recorded/);
    for (const site of ['customs', 'other']) {
      const entries = await auditOf(service.url, site);
      assert.deepEqual(entries, [['sign-in-refused', 'service', '周某 (zhou)']]);
    }
  });

  it('refuses a person whom the audit could not name', async (test) => {
    const service = await open(test);
    for (const person of ['nobody', 'operator']) {
      service.provider.person = person;
      assert.deepEqual(refusal(await signIn(service)), refused('no-name'), person);
    }
  });

  it('says so when the person cancels', async (test) => {
    const service = await open(test);
    service.provider.person = undefined;
    assert.deepEqual(refusal(await signIn(service)), refused('cancelled'));
  });

  it('is over after ten minutes', async (test) => {
    const service = await open(test);
    const { secret, answer } = await comeBack(service);
    service.clock.now += 10 * MINUTE;
    const { url } = service;
    assert.deepEqual(refusal(await openSignIn(url, secret, answer)), refused('expired'));
  });

  it('is taken only from the browser that began it, which keeps it', async (test) => {
    const service = await open(test);
    const { secret, answer } = await comeBack(service);
    const stolen = await openSignIn(service.url, newSecret(), answer);
    assert.deepEqual(refusal(stolen), refused('foreign'));
    assert.equal((await openSignIn(service.url, secret, answer)).status, 201);
  });

  it('is taken once, also of two at the same time', async (test) => {
    const service = await open(test);
    const { secret, answer } = await comeBack(service);
    const statuses = await Promise.all(
      [1, 2].map(async () => (await openSignIn(service.url, secret, answer)).status),
    );
    assert.deepEqual(statuses.sort(), [201, 403]);
  });

  it('refuses the code of one sign-in in another', async (test) => {
    const service = await open(test);
    const used = await comeBack(service);
    await openSignIn(service.url, used.secret, used.answer);
    const fresh = await comeBack(service);
    const unused = await comeBack(service);
    for (const { answer } of [used, unused]) {
      const mixed = new URLSearchParams(fresh.answer);
      mixed.set('code', new URLSearchParams(answer).get('code'));
      const { secret } = fresh;
      assert.deepEqual(
        refusal(await openSignIn(service.url, secret, mixed.toString())),
        refused(answer === used.answer ? 'wrong' : 'used'),
      );
    }
    const other = await comeBack(service);
    const mixed = new URLSearchParams(other.answer);
    mixed.set('code', new URLSearchParams(unused.answer).get('code'));
    const { url } = service;
    assert.deepEqual(refusal(await openSignIn(url, other.secret, `${mixed}`)), refused('wrong'));
  });

  it('refuses a state that the service has not made', async (test) => {
    const service = await open(test);
    const { secret, answer } = await comeBack(service);
    const foreign = await open(test);
    for (const state of ['', 'x', `${new URLSearchParams(answer).get('state')}x`]) {
      const query = new URLSearchParams(answer);
      query.set('state', state);
      const { url } = service;
      assert.deepEqual(refusal(await openSignIn(url, secret, `${query}`)), refused('wrong'), state);
    }
    const { settings } = foreign;
    const secretOfOthers = {
      ...settings,
      port: 0,
      secret: 'another secret, of 32 characters and more',
    };
    const { url } = await openService(test, secretOfOthers);
    assert.deepEqual(refusal(await openSignIn(url, secret, answer)), refused('wrong'));
  });

  it('refuses the answer of another issuer', async (test) => {
    const service = await open(test);
    const { secret, answer } = await comeBack(service);
    const query = new URLSearchParams(answer);
    assert.equal(query.get('iss'), service.provider.issuer);
    query.set('iss', 'https://login.example.org');
    const { url } = service;
    assert.deepEqual(refusal(await openSignIn(url, secret, `${query}`)), refused('wrong'));
  });

  it('refuses another nonce than its own', async (test) => {
    const service = await open(test);
    const changed = await signIn(service, (query) => query.set('nonce', 'another'));
    assert.deepEqual(refusal(changed), refused('wrong'));
  });

  const now = () => Math.floor(Date.now() / 1000);
  for (const [what, change, expected] of [
    ['another issuer', () => ({ iss: 'https://login.example.org' }), 'wrong'],
    ['another client', () => ({ aud: 'another' }), 'wrong'],
    ['a time that is over', () => ({ exp: now() - 120 }), 'wrong'],
    ['a clock that is a little off', () => ({ exp: now() - 10, iat: now() + 10 }), undefined],
    ['nothing changed', () => ({}), undefined],
  ]) {
    it(`${expected ? 'refuses' : 'takes'} an ID token with ${what}`, async (test) => {
      const service = await open(test);
      service.provider.alter = async (ctx) => {
        if (ctx.path !== '/token') return;
        const claims = { ...decodeJwt(ctx.body.id_token), ...change() };
        ctx.body = { ...ctx.body, id_token: await signAsProvider(claims) };
      };
      const { body } = await signIn(service);
      assert.equal(body.reason, expected);
      assert.equal(typeof body.token, expected ? 'undefined' : 'string');
    });
  }

  it('refuses an ID token that somebody else has signed', async (test) => {
    const service = await open(test);
    const { privateKey } = await generateKeyPair('RS256');
    service.provider.alter = async (ctx) => {
      if (ctx.path !== '/token') return;
      const claims = decodeJwt(ctx.body.id_token);
      ctx.body = { ...ctx.body, id_token: await signAsProvider(claims, privateKey) };
    };
    assert.deepEqual(refusal(await signIn(service)), refused('wrong'));
  });

  it('leaves no secret in the log or in the address', async (test) => {
    const service = await open(test);
    const { secret, answer } = await comeBack(service);
    const { body } = await openSignIn(service.url, secret, answer);
    await openSignIn(service.url, secret, answer);
    const log = service.lines.join('');
    assert.match(log, /"reason":"used".*"sign-in refused"/);
    for (const text of [secret, body.token, ...new URLSearchParams(answer).values()]) {
      if (text !== service.provider.issuer) assert.ok(!log.includes(text), text);
    }
    assert.ok(!decodeURIComponent(answer).includes(secret));
  });

  it('is limited for each address', async (test) => {
    const { url } = await open(test);
    const statuses = new Set();
    for (let time = 0; time < 61; time += 1) {
      statuses.add((await openSignIn(url, newSecret(), 'state=x')).status);
    }
    assert.deepEqual([...statuses], [403, 429]);
  });

  it('is taken from the page of the service only', async (test) => {
    const { url } = await open(test);
    const response = await fetch(`${url}/v1/moderation/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://www.example.gov.cn' },
      body: JSON.stringify({ secret: newSecret() }),
    });
    assert.deepEqual([response.status, (await response.json()).type], [403, '/problems/origin']);
  });

  it('is not there where the service has no provider', async (test) => {
    const { url } = await openService(test, settingsWithRoles(DATABASES.SQLite(test)));
    assert.equal((await beginSignIn(url, newSecret())).status, 404);
    assert.equal((await openSignIn(url, newSecret(), 'state=x')).status, 404);
  });
});

describe('a provider that does not answer', () => {
  const unavailable = [503, '/problems/unavailable', 'provider'];

  it('is told in words, and asked again the next time', async (test) => {
    const service = await open(test);
    let isDown = true;
    service.provider.alter = (ctx) => {
      if (isDown) ctx.status = 502;
    };
    const down = await beginSignIn(service.url, newSecret());
    assert.deepEqual(refusal(down), unavailable);
    assert.match(down.body.detail, /identity provider does not answer|统一身份认证暂时没有答复/);
    assert.ok(Number(down.headers.get('retry-after')) > 0);
    isDown = false;
    assert.equal((await signIn(service)).status, 201);
  });

  it('may go away in the middle', async (test) => {
    const service = await open(test);
    const { secret, answer } = await comeBack(service);
    await service.provider.stop();
    assert.deepEqual(refusal(await openSignIn(service.url, secret, answer)), unavailable);
    assert.match(service.lines.join(''), /"reason":"provider".*"sign-in refused"/);
  });

  it('or names another issuer, or does not know the service', async (test) => {
    const service = await open(test);
    service.provider.alter = (ctx) => {
      if (ctx.path.includes('.well-known'))
        ctx.body = { ...ctx.body, issuer: 'https://example.org' };
    };
    assert.deepEqual(refusal(await beginSignIn(service.url, newSecret())), unavailable);
    const stranger = await open(test, { oidc: { clientSecret: 'a wrong secret' } });
    assert.deepEqual(refusal(await signIn(stranger)), unavailable);
    assert.match(stranger.lines.join(''), /"code":"OAUTH_WWW_AUTHENTICATE_CHALLENGE"/);
  });
});

describe('a session', () => {
  it('ends after its hours, however much it is used', async (test) => {
    const service = await open(test, { oidc: { sessionHours: 2, idleMinutes: 45 } });
    const { url, clock } = service;
    const begun = clock.now;
    const token = await tokenOf(service);
    for (let time = 1; time <= 3; time += 1) {
      clock.now = begun + time * 30 * MINUTE;
      assert.deepEqual(await openSession(url, token), [200, undefined], `${time}`);
    }
    clock.now = begun + 2 * HOUR - 1;
    assert.deepEqual(await openSession(url, token), [200, undefined]);
    clock.now += 1;
    assert.deepEqual(await openSession(url, token), [401, 'expired']);
  });

  it('ends when nobody uses it, and each use puts that off', async (test) => {
    const service = await open(test, { oidc: { idleMinutes: 10 } });
    const { url, clock } = service;
    const token = await tokenOf(service);
    for (let time = 0; time < 4; time += 1) {
      clock.now += 9 * MINUTE;
      assert.deepEqual(await openSession(url, token), [200, undefined], `${time}`);
    }
    clock.now += 10 * MINUTE;
    assert.deepEqual(await openSession(url, token), [401, 'idle']);
    clock.now -= MINUTE;
    assert.deepEqual(
      await openSession(url, token),
      [200, undefined],
      'the refusal changed nothing',
    );
  });

  it('is revoked by an administrator, who sees the account', async (test) => {
    const service = await open(test);
    const { url } = service;
    const token = await tokenOf(service);
    const { items } = (await sendWith(url, TOKENS.administrator.token, 'GET', '/staff')).body;
    const [session] = items.filter(({ kind }) => kind === 'session');
    assert.deepEqual([session.name, session.createdBy], ['张审核', 'zhang']);
    await revokeStaff(url, session.id);
    assert.deepEqual(await openSession(url, token), [401, 'revoked']);
  });

  it('ends with the provider in the configuration', async (test) => {
    const service = await open(test);
    const token = await tokenOf(service);
    const { url } = await openService(test, { ...service.settings, port: 0, staff: {} });
    assert.deepEqual(await openSession(url, token), [401, 'wrong']);
    assert.deepEqual(await openSession(service.url, token), [200, undefined]);
  });

  it('is the only thing that one can sign out of', async (test) => {
    const { url } = await open(test);
    const { token } = TOKENS.moderator;
    assert.equal((await sendWith(url, token, 'DELETE', '/session')).status, 409);
    assert.deepEqual(await openSession(url, token), [200, undefined]);
  });
});
