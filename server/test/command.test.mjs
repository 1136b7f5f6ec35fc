/* The command, as an operator meets it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createHash } from 'node:crypto';
import { ENVIRONMENT, Settings, SiteSettings } from '../dist/configuration/settings.js';
import { list, publish } from './running/client.mjs';
import { freePort, scratchFolder } from './running/databases.mjs';
import { runCommand, settingsOf, startService } from './running/service.mjs';

/** Writes settings that have been changed, and gives what the check says of them. */
async function check(test, change, env) {
  const file = join(scratchFolder(test), 'settings.json');
  const settings = structuredClone(settingsOf('file:comments.sqlite'));
  writeFileSync(file, JSON.stringify(change(settings) ?? settings));
  return runCommand(['check', '--config', file], { env });
}

describe('customs-comment-server', () => {
  it('--help names every setting, with its default and its variable', async () => {
    const { code, output } = await runCommand(['--help']);
    assert.equal(code, 0);
    const names = [...Object.keys(Settings.properties), ...Object.keys(SiteSettings.properties)];
    for (const name of names) assert.match(output, new RegExp(`^ +${name}\\b`, 'm'), name);
    for (const variable of Object.values(ENVIRONMENT))
      assert.ok(output.includes(variable), variable);
    assert.match(output, /port {2}.*Default: 8787\./);
  });

  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url)));
    assert.equal((await runCommand(['--version'])).output.trim(), version);
  });

  it('says in one sentence that there is no configuration yet', async (test) => {
    const { code, errors } = await runCommand([], { cwd: scratchFolder(test) });
    assert.equal(code, 2);
    assert.match(errors, /^There is no configuration\. Run "customs-comment-server init"/);
    assert.equal(errors.trim().split('\n').length, 1);
  });

  it('init writes a configuration that starts once it is completed', async (test) => {
    const cwd = scratchFolder(test);
    const { code, output } = await runCommand(['init'], { cwd });
    assert.equal(code, 0);
    const file = join(cwd, 'customs-comment-server.json');
    assert.equal(statSync(file).mode & 0o077, 0, 'only its owner may read it');
    const token = /only now: (\S+)/.exec(output)[1];
    const [{ tokenHash }] = JSON.parse(readFileSync(file)).moderators;
    assert.equal(createHash('sha256').update(token).digest('base64url'), tokenHash);

    const early = await runCommand([], { cwd });
    assert.equal(early.code, 2);
    assert.match(early.errors, /Complete what is marked \[…\]/);

    const again = await runCommand(['init'], { cwd });
    assert.equal(again.code, 2);
    assert.match(again.errors, /is there already/);

    const completed = readFileSync(file, 'utf8')
      .replace('"[…]"', '"https://www.example.gov.cn"')
      .replaceAll('[…]', '示例机关，电话 12345');
    const database = `file:${join(cwd, 'comments.sqlite')}`;
    const settings = { ...JSON.parse(completed), databaseUrl: database };
    const { url } = await startService(test, settings);
    assert.equal((await fetch(`${url}/v1/capabilities`)).status, 200);
    const session = await fetch(`${url}/v1/moderation/session`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal((await session.json()).role, 'administrator');
  });

  it('token prints a token and the line for the configuration', async () => {
    const { output } = await runCommand(['token', '李']);
    const token = /only now: (\S+)/.exec(output)[1];
    const line = JSON.parse(output.trim().split('\n').at(-1));
    assert.equal(line.name, '李');
    assert.equal(line.tokenHash, createHash('sha256').update(token).digest('base64url'));
    assert.equal((await runCommand(['token'])).code, 2);
  });

  it('backup copies the database while the service runs', async (test) => {
    const folder = scratchFolder(test);
    const settings = settingsOf(`file:${join(folder, 'comments.sqlite')}`);
    const { url } = await startService(test, settings);
    await publish(url, 'a');
    const file = join(folder, 'settings.json');
    writeFileSync(file, JSON.stringify(settings));
    const copy = join(folder, 'copy.sqlite');
    const { code, errors } = await runCommand(['backup', copy, '--config', file]);
    assert.equal(code, 0, errors);
    const restored = await startService(test, settingsOf(`file:${copy}`));
    assert.equal((await list(restored.url, 'a')).body.items[0].body, '办事指南很清楚。');
    const again = await runCommand(['backup', copy, '--config', file]);
    assert.match(again.errors, /is there already/);
  });

  it('openapi prints the document', async () => {
    assert.match((await runCommand(['openapi'])).output, /^openapi: 3\.1\.0/);
  });

  it('says so when it is given a command or an option that it does not know', async () => {
    assert.match((await runCommand(['serve'])).errors, /no command "serve"/);
    assert.match((await runCommand(['--prot', '1'])).errors, /--prot/);
  });

  it('says so when its port is taken', async (test) => {
    const settings = settingsOf(`file:${join(scratchFolder(test), 'comments.sqlite')}`);
    const { port } = await startService(test, settings);
    const file = join(scratchFolder(test), 'settings.json');
    writeFileSync(file, JSON.stringify({ ...settings, port }));
    const { code, errors } = await runCommand(['--config', file]);
    assert.equal(code, 2);
    assert.match(errors, /"host" and "port", .* is taken/);
  });
});

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
