/* Server-side includes: nginx puts into its pages what the command line wrote. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { installFromDebian } from '../../fixtures/install-packages.mjs';
import { openApplication } from './application.mjs';
import { POLICE, visit } from './visit.mjs';

const hasNginx = () => spawnSync('nginx', ['-v']).status === 0;
if (!hasNginx()) installFromDebian('nginx', ['nginx-light']);
const skip = hasNginx() ? false : 'there is no nginx, and we may not install it';

describe('A site with server-side includes', { skip }, () => {
  it('shows what the command line wrote, and the script takes it over', async () => {
    const commands = { build: ['npm', 'run', 'build'], start: ['npm', 'start'] };
    const { browser, address, close } = await openApplication('ssi', commands);
    try {
      assert.deepEqual(await visit(browser, address, POLICE), []);
    } finally {
      await close();
    }
  });
});
