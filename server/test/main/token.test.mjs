/* The command that makes, lists and revokes tokens of staff, beside a running service. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { moderate } from '../running/client.mjs';
import { scratchFolder } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { runCommand, settingsOf } from '../running/service.mjs';
import { openSession, sendWith } from '../running/staff.mjs';

/** A running service, and the command with the same configuration. */
async function openBoth(test) {
  const folder = scratchFolder(test);
  const settings = settingsOf(`file:${join(folder, 'comments.sqlite')}`);
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify(settings));
  const { url } = await openService(test, settings);
  const command = (...args) => runCommand(['token', ...args, '--config', file]);
  return { url, command };
}

const tokenIn = (output) => /only now: (\S+)/.exec(output)[1];

describe('customs-comment-server token', () => {
  it('makes a token that the running service takes, and revokes it', async (test) => {
    const { url, command } = await openBoth(test);
    const made = await command('赵', '--role', 'reader', '--sites', 'customs', '--days', '7');
    assert.equal(made.code, 0, made.errors);
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    assert.ok(made.output.includes(`good until ${until}`), made.output);
    const token = tokenIn(made.output);
    const { body } = await sendWith(url, token, 'GET', '/session');
    assert.deepEqual([body.name, body.role, body.sites], ['赵', 'reader', ['customs']]);

    const listed = await command('list');
    assert.match(listed.output, /^赵\treader\tcustoms\ttoken\tgood until /m);
    assert.match(listed.output, /^李审核\tadministrator\t\*\tconfiguration\tgood$/m);
    assert.ok(!listed.output.includes(token));

    const revoked = await command('revoke', '赵');
    assert.equal(revoked.code, 0, revoked.errors);
    assert.deepEqual(await openSession(url, token), [401, 'revoked']);
    assert.match((await command('list')).output, /^赵\t.*\trevoked on \S+ by operator$/m);
    const again = await command('revoke', '赵');
    assert.deepEqual([again.code, /"赵"/.test(again.errors)], [2, true]);

    const audit = await moderate(url, 'GET', '/audit?site=customs');
    assert.deepEqual(
      audit.body.items.map(({ action, actor, detail }) => [action, actor, detail]),
      [
        ['token-revoked', 'operator', '赵'],
        ['token-made', 'operator', '赵'],
      ],
    );
  });

  it('revokes a token of the configuration', async (test) => {
    const { command } = await openBoth(test);
    assert.equal((await command('revoke', '王审核')).code, 0);
    assert.match((await command('list')).output, /^王审核\t.*\trevoked on /m);
  });

  it('says what is wrong with its options', async (test) => {
    const { command } = await openBoth(test);
    for (const [args, words] of [
      [[], /Name the member of staff/],
      [['revoke'], /Name the member of staff/],
      [['赵', '--role', 'king'], /--role is one of reader, moderator/],
      [['赵', '--sites', 'nowhere'], /--sites.*customs/],
      [['赵', '--days', '367'], /--days.*366/],
      [['citizen'], /reserved/],
    ]) {
      const { code, errors } = await command(...args);
      assert.equal(code, 2, errors);
      assert.match(errors, words);
      assert.equal(errors.trim().split('\n').length, 1);
    }
  });
});
