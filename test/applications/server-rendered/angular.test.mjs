/* An application of Angular: pages that its build has rendered, with own data and with the built-in data. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openApplication } from './application.mjs';
import { POLICE, searchDuties, visit } from './visit.mjs';

const npm = (...words) => ['npm', 'run', ...words];
const WAYS = {
  'built for production': { build: npm('build'), start: npm('start') },
  'in development': { start: (port) => npm('dev', '--', '--port', String(port)) },
};

/** The built-in agency in English: no Chinese interface, and no message about a missing file. */
const BUILT_IN = { words: 'State Council', never: /\p{Script=Han}|cannot be shown/u };

for (const [way, commands] of Object.entries(WAYS)) {
  describe(`An application of Angular, ${way}`, () => {
    let application;
    before(async () => (application = await openApplication('angular', commands)));
    after(() => application.close());

    const faultsOf = (path, agency, text) =>
      visit(application.browser, application.address + path, agency, (page) =>
        searchDuties(page, text),
      );

    it('shows the right agency and hears its events', async () => {
      assert.deepEqual(await faultsOf('/', POLICE, 'thieves'), []);
    });

    it('shows the built-in agency in the language of the page', async () => {
      assert.deepEqual(await faultsOf('/built-in', BUILT_IN, 'intellectual'), []);
    });
  });
}
