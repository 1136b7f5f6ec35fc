/* An application of Next.js: what its server writes, what its components do, and where its comments go. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { moderate } from '../../../server/test/running/client.mjs';
import { DATABASES } from '../../../server/test/running/databases.mjs';
import { settingsOf, startService } from '../../../server/test/running/service.mjs';
import { boxOn } from '../../comments/box.mjs';
import { openApplication } from './application.mjs';
import { POLICE, searchDuties, visit, waitForWords } from './visit.mjs';

const npm = (...words) => ['npm', 'run', ...words];
const HOST = ['--', '--hostname', '127.0.0.1'];
const WAYS = {
  'built with Turbopack': { build: npm('build'), start: npm('start', ...HOST) },
  'built with webpack': { build: npm('build', '--', '--webpack'), start: npm('start', ...HOST) },
  'in development': { start: npm('dev', ...HOST) },
};

for (const [way, commands] of Object.entries(WAYS)) {
  describe(`An application of Next.js, ${way}`, () => {
    let application;
    let service;
    before(async () => {
      application = await openApplication('next', commands, async (address, suite) => {
        const settings = settingsOf(DATABASES.SQLite(suite), { origins: [address] });
        service = await startService(suite, { ...settings, logLevel: 'silent' });
        return { COMMENTS: service.url };
      });
    });
    after(() => application.close());

    const faultsOf = (path, agency, use) =>
      visit(application.browser, application.address + path, agency, use);

    it('shows the right agency in a server component', async () => {
      assert.deepEqual(await faultsOf('/', POLICE), []);
    });

    it('shows it in the edge runtime', async () => {
      assert.deepEqual(await faultsOf('/edge', POLICE), []);
    });

    it('renders for other pages in the edge runtime', async () => {
      const response = await fetch(`${application.address}/fragment`);
      assert.match(await response.text(), /<template shadowrootmode="open">[^]*Keeps order\./);
    });

    it('hears the events of an element, also after a change of the route', async () => {
      const faults = await faultsOf('/search', POLICE, async (page) => {
        await searchDuties(page, 'thieves');
        await page.click('nav a[href="/"]');
        await page.waitForFunction(() => !document.querySelector('output'));
        await waitForWords(page, POLICE.words);
        await page.click('nav a[href="/search"]');
        await page.waitForSelector('output');
        await waitForWords(page, POLICE.words);
        await searchDuties(page, 'thieves');
      });
      assert.deepEqual(faults, []);
    });

    it('shows nothing else until data comes', async () => {
      const agency = { ...POLICE, before: 'What we do follows.' };
      const search = (page) => searchDuties(page, 'thieves');
      assert.deepEqual(await faultsOf('/later', agency, search), []);
    });

    it('sends a comment to the route that is shown', async () => {
      const guide = { words: 'Guide 1', never: /cannot be shown/, mayShift: true };
      const faults = await faultsOf('/guide/1', guide, async (page) => {
        const box = boxOn(page);
        await box.ready();
        await page.click('main a');
        await waitForWords(page, 'Guide 3');
        await box.ready();
        await box.post('A question about the second guide');
        await box.receipt();
      });
      assert.deepEqual(faults, []);
      const { body } = await moderate(service.url, 'GET', '/comments?site=customs&limit=50');
      assert.deepEqual(
        body.items.map(({ thread }) => thread),
        ['/guide/2'],
      );
    });
  });
}
