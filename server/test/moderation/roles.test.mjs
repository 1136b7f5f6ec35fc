/* What each role may do. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomUUID } from 'node:crypto';
import { draft, post } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { sendWith, settingsWithRoles, TOKENS } from '../running/staff.mjs';

const ROLES = ['reader', 'moderator', 'publisher', 'administrator'];
const NONE = [];
const DECIDERS = ROLES.slice(1);
const SPEAKERS = ROLES.slice(2);
const ADMINISTRATORS = ROLES.slice(3);

const open = (test, overrides) =>
  openService(test, settingsWithRoles(DATABASES.SQLite(test), {}, overrides));

/** The tag of a comment as it is now. */
const tagOf = async (url, id) => {
  const { headers } = await sendWith(url, TOKENS.administrator.token, 'GET', `/comments/${id}`);
  return { 'if-match': headers.get('etag') };
};

const decideAs = async (url, role, id, decision) =>
  sendWith(url, TOKENS[role].token, 'PATCH', `/comments/${id}`, decision, await tagOf(url, id));

const replyAs = (url, role, id) =>
  sendWith(
    url,
    TOKENS[role].token,
    'POST',
    `/comments/${id}/replies`,
    { body: '谢谢。' },
    {
      'idempotency-key': randomUUID(),
    },
  );

/** A published comment. */
async function published(url) {
  const { body } = await post(url, 'a');
  await decideAs(url, 'administrator', body.id, { status: 'published' });
  return body.id;
}

/** An official reply. */
async function answered(url) {
  const { body } = await replyAs(url, 'administrator', await published(url));
  return body.id;
}

const REJECTED = { status: 'rejected', reasonCode: 'other' };

/** What is done → who may do it, and how it is done. */
const ACTS = {
  'reads the queue': [
    ROLES,
    (url, role) => sendWith(url, TOKENS[role].token, 'GET', '/comments?site=customs'),
  ],
  'reads the audit': [
    ROLES,
    (url, role) => sendWith(url, TOKENS[role].token, 'GET', '/audit?site=customs'),
  ],
  publishes: [
    DECIDERS,
    async (url, role) =>
      decideAs(url, role, (await post(url, 'a')).body.id, { status: 'published' }),
  ],
  rejects: [DECIDERS, async (url, role) => decideAs(url, role, await published(url), REJECTED)],
  'puts reports aside': [
    DECIDERS,
    async (url, role) => {
      const id = await published(url);
      await fetch(`${url}/v1/comments/${id}/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"reason":"spam"}',
      });
      const tag = await tagOf(url, id);
      return sendWith(url, TOKENS[role].token, 'DELETE', `/comments/${id}/reports`, undefined, tag);
    },
  ],
  'replies officially': [SPEAKERS, async (url, role) => replyAs(url, role, await published(url))],
  'takes an official reply back': [
    SPEAKERS,
    async (url, role) => decideAs(url, role, await answered(url), REJECTED),
  ],
  'erases a comment': [
    ADMINISTRATORS,
    async (url, role) => decideAs(url, role, await published(url), { status: 'withdrawn' }),
  ],
  'erases an official reply': [
    ADMINISTRATORS,
    async (url, role) => decideAs(url, role, await answered(url), { status: 'withdrawn' }),
  ],
  'keeps a comment by order': [
    ADMINISTRATORS,
    async (url, role) => {
      const path = `/comments/${await published(url)}/hold`;
      return sendWith(url, TOKENS[role].token, 'PUT', path, { reason: '案号' });
    },
  ],
  'lifts a hold': [
    ADMINISTRATORS,
    async (url, role) =>
      sendWith(url, TOKENS[role].token, 'DELETE', `/comments/${await published(url)}/hold`),
  ],
  exports: [
    ADMINISTRATORS,
    (url, role) => sendWith(url, TOKENS[role].token, 'GET', '/sites/customs/export'),
  ],
  imports: [
    ADMINISTRATORS,
    async (url, role) => {
      const { text } = await sendWith(
        url,
        TOKENS.administrator.token,
        'GET',
        '/sites/customs/export',
      );
      const answer = await fetch(`${url}/v1/moderation/sites/customs/import`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${TOKENS[role].token}`,
          'content-type': 'application/x-ndjson',
        },
        body: text,
      });
      return { status: answer.status, body: await answer.json() };
    },
  ],
  'sees who is staff': [
    ADMINISTRATORS,
    (url, role) => sendWith(url, TOKENS[role].token, 'GET', '/staff'),
  ],
  'makes a token': [
    ADMINISTRATORS,
    (url, role) =>
      sendWith(url, TOKENS[role].token, 'POST', '/staff', {
        name: '赵',
        role: 'reader',
        sites: ['customs'],
      }),
  ],
  'revokes a token': [
    ADMINISTRATORS,
    async (url, role) => {
      const wanted = { name: '赵', role: 'reader', sites: ['customs'] };
      const { token } = TOKENS.administrator;
      const { body } = await sendWith(url, token, 'POST', '/staff', wanted);
      return sendWith(url, TOKENS[role].token, 'DELETE', `/staff/${body.details.id}`);
    },
  ],
};

describe('roles', () => {
  for (const [act, [allowed, attempt]] of Object.entries(ACTS)) {
    it(`${allowed.join(', ')}, and nobody else, ${act}`, async (test) => {
      const { url } = await open(test);
      for (const role of ROLES) {
        const { status, body } = await attempt(url, role);
        if (allowed.includes(role)) assert.ok(status < 300, `${role}: ${status} ${body.type}`);
        else assert.deepEqual([status, body.type], [403, '/problems/forbidden'], role);
      }
    });
  }

  it('show contacts to administrators only, also in searches', async (test) => {
    const { url } = await open(test);
    const { body: receipt } = await post(url, 'a', draft({ contact: 'a@example.org' }));
    for (const role of ROLES) {
      const { token } = TOKENS[role];
      const seen = await sendWith(url, token, 'GET', `/comments/${receipt.id}`);
      const found = await sendWith(url, token, 'GET', '/comments?site=customs&q=example.org');
      const isAdministrator = role === 'administrator';
      assert.equal(seen.body.contact, isAdministrator ? 'a@example.org' : null, role);
      assert.equal(found.body.items.length, isAdministrator ? 1 : 0, role);
    }
  });

  it('are told to the page with what they allow', async (test) => {
    const { url } = await open(test);
    const permissions = {};
    for (const role of ROLES) {
      const { body } = await sendWith(url, TOKENS[role].token, 'GET', '/session');
      assert.equal(body.role, role);
      permissions[role] = body.permissions;
    }
    assert.deepEqual(permissions, {
      reader: NONE,
      moderator: ['decide'],
      publisher: ['decide', 'reply'],
      administrator: ['decide', 'reply', 'erase', 'hold', 'contacts', 'export', 'import', 'staff'],
    });
  });

  it('let moderators reply where the configuration is of an older version', async (test) => {
    const { url } = await open(test, { moderatorsReply: undefined });
    const { status } = await replyAs(url, 'moderator', await published(url));
    assert.equal(status, 201);
    const erased = await decideAs(url, 'moderator', await published(url), { status: 'withdrawn' });
    assert.equal(erased.status, 403, 'but not erase for good');
  });

  it('hold for the sites that somebody is responsible for', async (test) => {
    const settings = settingsWithRoles(DATABASES.SQLite(test));
    settings.sites.other = settings.sites.customs;
    for (const one of settings.moderators) one.sites = ['other'];
    const { url } = await openService(test, settings);
    for (const role of ROLES) {
      for (const path of [
        '/comments?site=customs',
        '/audit?site=customs',
        '/sites/customs/export',
      ]) {
        const { status } = await sendWith(url, TOKENS[role].token, 'GET', path);
        // As for a site that there is not: nobody is told which sites there are.
        assert.equal(status, 404, `${role} ${path}`);
      }
    }
  });
});
