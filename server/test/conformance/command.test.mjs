/* The command that tests a backend, as a developer calls it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freePort } from '../running/databases.mjs';
import { CONFORMANCE, runCommand } from '../running/service.mjs';

const runConformance = (args, env) => runCommand(args, { command: CONFORMANCE, env });

describe('customs-comment-conformance', () => {
  it('--help speaks the language of the terminal, or that of --lang', async () => {
    const inChinese = /从外部按 HTTP 约定检验评论服务/;
    const inEnglish = /Tests a comment service from outside/;
    const chinese = { LANG: 'zh_CN.UTF-8' };
    assert.match((await runConformance(['--help'], chinese)).output, inChinese);
    assert.match((await runConformance(['--help'])).output, inEnglish);
    assert.match((await runConformance(['--help', '--lang', 'en'], chinese)).output, inEnglish);
    assert.match((await runConformance(['--help', '--lang', 'zh-Hans'])).output, inChinese);
  });

  it('names every option in both languages', async () => {
    for (const language of ['en', 'zh-Hans']) {
      const { output } = await runConformance(['--help', '--lang', language]);
      for (const option of ['site', 'token', 'origin', 'lang', 'help'])
        assert.match(output, new RegExp(`^ +--${option} `, 'm'), `${language}: ${option}`);
    }
  });

  for (const [args, reason] of [
    [[], /Give the address of the service/],
    [['ftp://example.com'], /not an http or https address/],
    [['http://a', 'http://b', 'http://c'], /but not more/],
    [['--prot', '1'], /--prot/],
    [['--lang', 'fr'], /no language “fr”/],
  ]) {
    it(`refuses ${args.join(' ') || 'to run without an address'}`, async () => {
      const { code, errors } = await runConformance(args);
      assert.equal(code, 2);
      assert.match(errors, reason);
      assert.equal(errors.trim().split('\n').length, 1);
    });
  }

  it('says that nobody answers at the address', async () => {
    const address = `http://127.0.0.1:${await freePort()}`;
    const { code, errors } = await runConformance([address]);
    assert.equal(code, 1);
    assert.ok(errors.includes(`${address} cannot be tested: `), errors);
  });
});
