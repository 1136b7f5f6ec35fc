/* The command that gives tests one PostgreSQL: a failure of the tests is its own. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('with-postgres.mjs', import.meta.url));

describe('with-postgres', () => {
  for (const code of [0, 3]) {
    it(`gives the address of a PostgreSQL to what it runs, and ends with ${code} as that does`, () => {
      const run = `console.log(process.env.TEST_POSTGRES); process.exit(${code})`;
      const args = [COMMAND, process.execPath, '--eval', run];
      const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      assert.match(stdout, /^postgres:\/\//);
      assert.equal(status, code);
    });
  }
});
