/* The suite that any backend can be tested with, on this service and each of its databases. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DATABASES, endPostgres, scratchFolder } from '../running/databases.mjs';
import {
  administrator,
  CONFORMANCE,
  ORIGIN,
  runCommand,
  settingsOf,
  startService,
} from '../running/service.mjs';

async function conform(test, ...args) {
  const counts = join(scratchFolder(test), 'counts.json');
  const env = { CONFORMANCE_COUNTS: counts };
  const result = await runCommand(args, { command: CONFORMANCE, env });
  return { ...result, ...JSON.parse(readFileSync(counts, 'utf8')) };
}

const SITES = {
  'reviewed before': { captcha: ['pow', 'code'] },
  'published at once': { captcha: [], moderation: 'after', contact: 'off' },
};

// Runs two at a time: each has a service and a database of its own.
describe('the contract', { concurrency: 2 }, () => {
  after(endPostgres);
  for (const [database, address] of Object.entries(DATABASES)) {
    for (const [policy, site] of Object.entries(SITES)) {
      it(`is kept on ${database}, ${policy}, by two processes on one database`, async (test) => {
        const settings = settingsOf(await address(test), site);
        const [one, two] = await Promise.all([
          startService(test, settings),
          startService(test, settings),
        ]);
        const result = await conform(
          test,
          one.url,
          two.url,
          ...['--site', 'customs', '--token', administrator.token, '--origin', ORIGIN],
        );
        assert.equal(result.failed, 0, result.output);
        assert.equal(result.code, 0, result.output);
        assert.ok(result.passed > 350, `only ${result.passed} checks ran`);
        test.diagnostic(`${result.passed} checks passed, ${result.skipped} skipped`);
      });
    }
  }

  it('is kept where two persons have to agree', async (test) => {
    const twoPersons = { erasing: true, officialReplies: true };
    const settings = settingsOf(DATABASES.SQLite(test), { captcha: [], twoPersons });
    const { url } = await startService(test, settings);
    const result = await conform(test, url, '--token', administrator.token);
    assert.equal(result.failed, 0, result.output);
    assert.match(result.output, /whoever proposed it does not approve it/);
    assert.doesNotMatch(result.output, /whoever proposed it does not approve it.*SKIP/);
    assert.ok(result.passed > 300, `only ${result.passed} checks ran`);
    test.diagnostic(`${result.passed} checks passed, ${result.skipped} skipped`);
  });

  it('is found broken just where it is broken', async (test) => {
    const { port } = await startService(test, settingsOf(DATABASES.SQLite(test)));
    // A proxy with one fault: it hides from clients that a request was a repetition.
    const proxy = createServer((request, response) => {
      const { method, url: path, headers } = request;
      const forwarded = forward({ port, method, path, headers }, (answer) => {
        delete answer.headers['idempotent-replayed'];
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      // The service answers a body that is too large before it has read it all, and drops the rest.
      forwarded.on('error', () => response.headersSent || response.destroy());
      request.pipe(forwarded);
    });
    await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    test.after(() => proxy.close());
    const result = await conform(test, `http://127.0.0.1:${proxy.address().port}`);
    assert.equal(result.code, 1);
    assert.ok(result.failed > 0 && result.failed < 10, `${result.failed} checks failed`);
    assert.match(result.output, /null !== 'true'/, 'and say what was expected');
  });
});
