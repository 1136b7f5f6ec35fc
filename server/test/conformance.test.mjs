/* The suite that any backend can be tested with, on this service and each of its databases. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DATABASES, endPostgres, scratchFolder } from './running/databases.mjs';
import { administrator, ORIGIN, settingsOf, startService } from './running/service.mjs';

const COMMAND = fileURLToPath(new URL('../dist/conformance/main.js', import.meta.url));

async function conform(test, ...args) {
  const counts = join(scratchFolder(test), 'counts.json');
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { PATH: process.env.PATH, CONFORMANCE_COUNTS: counts },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const [code] = await once(child, 'close');
  return { code, output, ...JSON.parse(readFileSync(counts, 'utf8')) };
}

const SITES = {
  'reviewed before': { captcha: ['pow', 'code'] },
  'published at once': { captcha: [], moderation: 'after', contact: 'off' },
};

describe('the contract', () => {
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
        assert.ok(result.passed > 80, `only ${result.passed} checks ran`);
        test.diagnostic(`${result.passed} checks passed, ${result.skipped} skipped`);
      });
    }
  }

  it('is found broken where it is broken', async (test) => {
    const { createServer } = await import('node:http');
    const server = createServer((_request, response) => response.end('{}'));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    test.after(() => server.close());
    const child = spawn(process.execPath, [COMMAND, `http://127.0.0.1:${server.address().port}`]);
    child.stdout.resume();
    child.stderr.resume();
    const [code] = await once(child, 'close');
    assert.equal(code, 1);
  });
});
