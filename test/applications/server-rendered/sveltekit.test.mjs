/* SvelteKit with adapter-node: pages that its server renders, which Svelte then hydrates. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openApplication } from './application.mjs';
import { POLICE, searchDuties, visit, waitForWords } from './visit.mjs';

/** A dev server is told its address in its command. */
const dev = (port) => ['npm', 'run', 'dev', '--', '--host', '127.0.0.1', '--port', String(port)];

const WAYS = {
  'built for production': { build: ['npm', 'run', 'build'], start: ['npm', 'start'] },
  'in development': { start: dev },
};

const LINKS = { ...POLICE, before: 'Links', words: 'Lost property' };

for (const [way, commands] of Object.entries(WAYS)) {
  describe(`An application of SvelteKit, ${way}`, () => {
    let application;
    before(async () => (application = await openApplication('sveltekit', commands)));
    after(() => application.close());

    const visitPage = (path, agency, use) => {
      const { browser, address } = application;
      return visit(browser, address + path, agency, use);
    };

    it('shows the duties that its server rendered, and hears their events', async () => {
      const search = (page) => searchDuties(page, 'thieves');
      assert.deepEqual(await visitPage('/', POLICE, search), []);
    });

    it('gives an element its data when it hydrates, and shows no other agency before', async () => {
      assert.deepEqual(await visitPage('/links', LINKS), []);
    });

    it('shows the duties once when a reader comes to them from another page', async () => {
      const faults = await visitPage('/links', LINKS, async (page) => {
        await page.click('a[href="/"]');
        await waitForWords(page, POLICE.words);
        await searchDuties(page, 'thieves');
        assert.equal((await page.$$('customs-duty-list')).length, 1);
      });
      assert.deepEqual(faults, []);
    });
  });
}
