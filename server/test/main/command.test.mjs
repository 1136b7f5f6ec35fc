/* The command, as an operator meets it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { draft, list, post, publish } from '../running/client.mjs';
import { scratchFolder } from '../running/databases.mjs';
import { MAIN, runCommand, settingsOf, startService } from '../running/service.mjs';

describe('customs-comment-server', () => {
  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url)));
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
    assert.match(again.errors, /exists already/);

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

  it('init gives the names of the office to official replies, and keeps them from citizens', async (test) => {
    const cwd = scratchFolder(test);
    const names = ['中华人民共和国示例海关', '示例关', 'Example Office'];
    const args = names.flatMap((name) => ['--office', name]);
    assert.equal((await runCommand(['init', ...args], { cwd })).code, 0);
    const file = join(cwd, 'customs-comment-server.json');
    const written = readFileSync(file, 'utf8')
      .replace('"[…]"', '"https://www.example.gov.cn"')
      .replaceAll('[…]', '电话 12345');
    const { sites, ...settings } = JSON.parse(written);
    assert.equal(sites.main.officialName, names[0]);
    assert.deepEqual(sites.main.reservedNames, [...names, '示例海关']);
    assert.match(sites.main.consent.notice['zh-Hans'].handler, /^中华人民共和国示例海关，/);
    const site = { ...sites.main, captcha: [] };
    const { url } = await startService(test, {
      ...settings,
      databaseUrl: `file:${join(cwd, 'comments.sqlite')}`,
      sites: { customs: site },
    });
    for (const [authorName, status] of [
      ['示例关小王', 422],
      ['example office', 422],
      ['王小明', 202],
    ]) {
      assert.equal((await post(url, 'a', draft({ authorName }))).status, status, authorName);
    }
  });

  it('init asks a person at a terminal for them', async (test) => {
    const cwd = scratchFolder(test);
    const typed = '示例机关\n示例，SJG\n';
    const command = `${process.execPath} ${MAIN} init --lang zh-Hans`;
    const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd,
      input: typed,
      encoding: 'utf8',
    });
    if (status === null) return test.skip('there is no command "script", which makes a terminal');
    assert.equal(status, 0, stdout);
    assert.match(stdout, /单位全称.*[^]*简称/);
    const { sites } = JSON.parse(readFileSync(join(cwd, 'customs-comment-server.json')));
    assert.equal(sites.main.officialName, '示例机关');
    assert.deepEqual(sites.main.reservedNames, ['示例机关', '示例', 'SJG']);
  });

  it('token --line prints a token and the line for the configuration', async () => {
    const { output } = await runCommand(['token', '李', '--line']);
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
    assert.match(again.errors, /exists already/);
  });

  it('openapi prints the document', async () => {
    assert.match((await runCommand(['openapi'])).output, /^openapi: 3\.1\.0/);
  });

  it('says so when it is given a command or an option that it does not know', async () => {
    assert.match((await runCommand(['serve'])).errors, /no command "serve"/);
    assert.match((await runCommand(['--prot', '1'])).errors, /--prot/);
  });
});
