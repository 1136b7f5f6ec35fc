/* An application of Nuxt: its own data in a component, and what Nitro renders. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openApplication } from './application.mjs';
import { POLICE, searchDuties, visit } from './visit.mjs';

const npm = (...words) => ['npm', 'run', ...words];
const WAYS = {
  'built for production': { build: npm('build'), start: npm('start') },
  'in development': { start: npm('dev') },
};

for (const [way, commands] of Object.entries(WAYS)) {
  describe(`An application of Nuxt, ${way}`, () => {
    let application;
    before(async () => (application = await openApplication('nuxt', commands)));
    after(() => application.close());

    const search = (page) => searchDuties(page, 'thieves');
    const PAGES = {
      'with a component': '/',
      'with a tag': '/tag',
      'that Nitro has rendered': '/rendered',
    };
    for (const [name, path] of Object.entries(PAGES)) {
      it(`shows the right agency on a page ${name}`, async () => {
        const { browser, address } = application;
        assert.deepEqual(await visit(browser, address + path, POLICE, search), []);
      });
    }
  });
}
