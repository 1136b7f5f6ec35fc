/* Settings from the file and the environment, and the sentences for wrong ones. */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfiguration } from '../../dist/configuration/read.js';
import { freePort, scratchFolder } from '../running/databases.mjs';
import { oidcSettings } from '../running/provider.mjs';
import { runCommand, settingsOf, startService } from '../running/service.mjs';

/** Writes changed settings, and gives what the check says about them. */
async function check(test, change, env) {
  const file = join(scratchFolder(test), 'settings.json');
  const settings = structuredClone(settingsOf('file:comments.sqlite'));
  writeFileSync(file, JSON.stringify(change(settings) ?? settings));
  return runCommand(['check', '--config', file], { env });
}

describe('a wrong configuration stops the start with a sentence that names the setting', () => {
  const CASES = [
    ['secret', (settings) => void (settings.secret = 'too short'), 'at least 32 characters'],
    ['port', (settings) => void (settings.port = 'eighty'), 'a whole number'],
    ['logLevel', (settings) => void (settings.logLevel = 'loud'), 'one of'],
    ['databaseUrl', (settings) => void (settings.databaseUrl = 'mysql://root:pw@db'), 'the form'],
    ['sites', (settings) => void (settings.sites = {}), 'must not be empty'],
    ['sites.customs.consent', ({ sites }) => void delete sites.customs.consent, 'is missing'],
    [
      'sites.customs.consent.notice.zh-Hans.retention',
      ({ sites }) => void delete sites.customs.consent.notice['zh-Hans'].retention,
      'is missing',
    ],
    [
      'sites.customs.origins.0',
      ({ sites }) => void (sites.customs.origins = ['https://a.example/path']),
      'the form',
    ],
    [
      'sites.customs.moderation',
      ({ sites }) => void (sites.customs.moderation = 'never'),
      'one of',
    ],
    [
      'sites.customs.limits.comments.seconds',
      ({ sites }) => void (sites.customs.limits.comments.seconds = 0),
      '>= 1',
    ],
    ['colour', (settings) => void (settings.colour = 'blue'), 'is not known'],
    [
      'moderators.0.tokenHash',
      ({ moderators }) => void (moderators[0].tokenHash = 'plain text token'),
      'the form',
    ],
  ];
  for (const [name, change, expectation] of CASES) {
    it(name, async (test) => {
      const { code, errors, output } = await check(test, change);
      assert.equal(code, 2, output);
      assert.ok(errors.includes(`"${name}"`), errors);
      assert.ok(errors.includes(expectation), errors);
      for (const value of ['too short', 'root:pw', 'plain text token', 'a secret for tests']) {
        assert.ok(!errors.includes(value), 'no value is repeated, for it may be a secret');
      }
    });
  }

  it('a site that nobody has', async (test) => {
    const change = ({ moderators }) => void (moderators[0].sites = ['nowhere']);
    assert.match((await check(test, change)).errors, /"moderators".*"nowhere"/);
  });

  it('a file that is no JSON, or is not there', async (test) => {
    const file = join(scratchFolder(test), 'settings.json');
    assert.match((await runCommand(['check', '--config', file])).errors, /does not exist/);
    writeFileSync(file, '{"secret": "abc');
    assert.match((await runCommand(['check', '--config', file])).errors, /not valid JSON/);
  });

  it('all that is wrong is said at once', async (test) => {
    const { errors } = await check(test, (settings) => {
      settings.port = -1;
      settings.logLevel = 'loud';
    });
    assert.equal(errors.trim().split('\n').length, 2);
  });
});

describe('the environment', () => {
  it('overrides the file', async (test) => {
    const port = await freePort();
    const address = `file:${join(scratchFolder(test), 'other.sqlite')}`;
    const service = await startService(test, settingsOf('file:/no/such/folder/a.sqlite'), {
      env: { DATABASE_URL: address, LOG_LEVEL: 'silent' },
    });
    assert.ok(existsSync(address.slice('file:'.length)));
    assert.equal(service.log(), '');
    const wrong = await check(test, () => undefined, { PORT: `${port}x` });
    assert.match(wrong.errors, /"port" must be a whole number/);
  });

  it('names a file for the secret', async (test) => {
    const file = join(scratchFolder(test), 'secret');
    writeFileSync(file, `${'s'.repeat(40)}\n`);
    const change = (settings) => void delete settings.secret;
    assert.equal((await check(test, change, { SECRET_FILE: file })).code, 0);
    assert.match((await check(test, change)).errors, /"secret" is missing/);
    assert.match((await check(test, change, { SECRET_FILE: `${file}x` })).errors, /SECRET_FILE/);
  });
});

describe('an identity provider in the configuration', () => {
  const withProvider =
    (oidc = {}, overrides = {}) =>
    (settings) =>
      Object.assign(settings, {
        publicUrl: 'https://www.example.gov.cn/comments',
        staff: { oidc: oidcSettings('https://login.example.gov.cn', oidc) },
        ...overrides,
      });

  it('is taken as the README has it', async (test) => {
    const { code, errors } = await check(test, withProvider());
    assert.equal(code, 0, errors);
  });

  for (const [what, oidc, overrides, expected] of [
    ['without an address to come back to', {}, { publicUrl: '' }, /needs "publicUrl"/],
    ['without TLS', { issuer: 'http://login.example.gov.cn' }, {}, /"staff.oidc.issuer"/],
    ['that names a person by no id', { scopes: 'profile' }, {}, /"staff.oidc.scopes"/],
    ['that gives nobody a role', { roles: {} }, {}, /"staff.oidc.roles" must not be empty/],
    [
      'that gives a site which nobody has',
      { roles: { group: { role: 'reader', sites: ['nowhere'] } } },
      {},
      /"staff.oidc.roles" gives "group" the site "nowhere"/,
    ],
  ]) {
    it(`${what} is refused`, async (test) => {
      const { code, errors } = await check(test, withProvider(oidc, overrides));
      assert.notEqual(code, 0);
      assert.match(errors, expected);
    });
  }

  it('has its secret in a file', async (test) => {
    const file = join(scratchFolder(test), 'secret');
    const change = withProvider({ clientSecret: undefined });
    const env = { OIDC_CLIENT_SECRET_FILE: file };
    assert.match((await check(test, change, env)).errors, /OIDC_CLIENT_SECRET_FILE/);
    writeFileSync(file, 'a secret\n');
    assert.equal((await check(test, change, env)).code, 0);
    const settings = join(scratchFolder(test), 'settings.json');
    writeFileSync(settings, JSON.stringify(change(settingsOf('file:comments.sqlite'))));
    const { staff } = readConfiguration(env, settings);
    assert.equal(staff.oidc.clientSecret, 'a secret');
  });
});
