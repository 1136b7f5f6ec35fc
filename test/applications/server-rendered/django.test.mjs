/* Django: the command line renders while the site is built, and a template brings what it wrote. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { installFromDebian } from '../../fixtures/install-packages.mjs';
import { openApplication } from './application.mjs';
import { POLICE, visit, waitForWords } from './visit.mjs';

/** Debian's own Python has the packages of Debian. */
const PYTHON = process.platform === 'linux' ? '/usr/bin/python3' : 'python3';

const hasDjango = () => spawnSync(PYTHON, ['-c', 'import django']).status === 0;
if (!hasDjango()) installFromDebian('Django', ['python3-django']);
const skip = hasDjango() ? false : 'there is no Django, and we may not install it';

describe('A site of Django', { skip }, () => {
  let application;
  before(async () => {
    const build = ['npm', 'run', 'build'];
    const start = (port) => [PYTHON, 'site.py', 'runserver', '--noreload', `127.0.0.1:${port}`];
    application = await openApplication('django', { build, start });
  });
  after(() => application?.close());

  it('shows what the command line wrote, which is no template', async () => {
    const { browser, address } = application;
    const text = 'With {{ patience }} and {% lamps %}.';
    const faults = await visit(browser, address, POLICE, (page) => waitForWords(page, text));
    assert.deepEqual(faults, []);
  });
});
