/* What a script file does when a page loads it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ELEMENT_NAMES, version as VERSION } from '../../.tools/project.mjs';
import { document, openSite, script, shown } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const copies = (page) => page.evaluate(() => window[Symbol.for('customs-widgets/page/1')].copies);

describe('a prefix in the address of the script', () => {
  for (const file of ['customs-widgets.js', 'customs-widgets.classic.js', 'duty-list.js']) {
    it(`names the elements of ${file}`, async () => {
      const { page, faults } = await site.open(
        document(
          script(`cdn/${file}?prefix=police`),
          '<police-duty-list></police-duty-list><customs-duty-list></customs-duty-list>',
        ),
      );
      const [text] = await shown(page, 'police-duty-list');
      assert.ok(text.includes('（十三）'));
      assert.equal(
        await page.evaluate(() => customElements.get('customs-duty-list')),
        undefined,
        'the usual name stays free',
      );
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('may have several parts', async () => {
    const { page } = await site.open(
      document(
        script('cdn/link-list.js?v=2&prefix=my-town'),
        '<my-town-link-list></my-town-link-list>',
      ),
    );
    await shown(page, 'my-town-link-list');
    await page.close();
  });

  for (const wrong of ['Police', '1st', 'a_b', '-x', 'x-', '']) {
    it(`that is no part of a name ("${wrong}") warns and leaves the usual one`, async () => {
      const { page, faults } = await site.open(
        document(
          script(`cdn/link-list.js?prefix=${wrong}`),
          '<customs-link-list></customs-link-list>',
        ),
      );
      await shown(page, 'customs-link-list');
      assert.deepEqual(faults, [
        `console warn: customs-widgets: ?prefix=${wrong} is not accepted; use letters a to z, digits and hyphens.`,
      ]);
      await page.close();
    });
  }

  it('lets two names stand side by side', async () => {
    const { page, faults } = await site.open(
      document(
        script('cdn/link-list.js') + script('cdn/link-list.classic.js?prefix=police'),
        '<customs-link-list></customs-link-list><police-link-list></police-link-list>',
      ),
    );
    const [one, two] = await shown(page, 'customs-link-list', 'police-link-list');
    assert.equal(one, two);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

describe('what a script file leaves in the page', () => {
  it('is a note of each copy: version, address, prefix and widgets', async () => {
    const { page } = await site.open(
      document(script('cdn/duty-list.classic.js') + script('cdn/link-list.js?prefix=police'), ''),
    );
    const { version } = JSON.parse(site.file('../package.json'));
    assert.deepEqual(await copies(page), [
      {
        version,
        address: `${site.origin}/cdn/duty-list.classic.js`,
        isGuess: false,
        prefix: 'customs',
        widgets: ['duty-list'],
      },
      {
        version,
        address: `${site.origin}/cdn/link-list.js?prefix=police`,
        isGuess: false,
        prefix: 'police',
        widgets: ['link-list'],
      },
    ]);
    await page.close();
  });

  it('names every widget in the file for everything, which is all that placeholders accept', async () => {
    const { page } = await site.open(document(script('cdn/customs-widgets.js'), ''));
    const [{ widgets }] = await copies(page);
    assert.deepEqual(widgets, ELEMENT_NAMES);
    await page.close();
  });

  for (const file of ['customs-widgets.js', 'customs-widgets.classic.js']) {
    it(`is the library, as CustomsWidgets, from ${file}`, async () => {
      const { page } = await site.open(document(script(`cdn/${file}`), ''));
      const names = await page.evaluate(() => Object.keys(window.CustomsWidgets));
      for (const name of ['CustomsDutyList', 'VERSION', 'define', 'diagnose'])
        assert.ok(names.includes(name), name);
      // The code that reads every form of data loads on demand.
      assert.ok(!names.includes('parse'));
      await page.close();
    });
  }

  it('is the function diagnose from a file for one element', async () => {
    const { page } = await site.open(document(script('cdn/duty-list.js'), ''));
    assert.deepEqual(await page.evaluate(() => Object.keys(window.CustomsWidgets)), ['diagnose']);
    await page.close();
  });

  it('stays that of the first copy, and what only a later one has is added', async () => {
    const later = site.file('cdn/customs-widgets.classic.js').replaceAll(`"${VERSION}"`, '"9.9.9"');
    site.publish('/later/customs-widgets.classic.js', later);
    const head =
      script('cdn/duty-list.classic.js') +
      script('cdn/customs-widgets.classic.js') +
      script('later/customs-widgets.classic.js');
    const { page } = await site.open(document(head, '<customs-duty-list></customs-duty-list>'));
    await shown(page, 'customs-duty-list');
    const versions = await page.evaluate(() => [
      window.CustomsWidgets.VERSION,
      window.CustomsWidgets.CustomsDutyList.version,
      ...window[Symbol.for('customs-widgets/page/1')].copies.map(({ version }) => version),
    ]);
    assert.deepEqual(versions, [VERSION, VERSION, VERSION, VERSION, '9.9.9']);
    await page.close();
  });

  it('does not overwrite what a page calls by the same name', async () => {
    site.publish('/own.js', 'window.CustomsWidgets = { own: true, parse: "mine" };');
    const { page, faults } = await site.open(
      document('<script src="own.js"></script>' + script('cdn/customs-widgets.classic.js'), ''),
    );
    const { own, parse, define } = await page.evaluate(() => ({
      own: window.CustomsWidgets.own,
      parse: window.CustomsWidgets.parse,
      define: typeof window.CustomsWidgets.define,
    }));
    assert.deepEqual({ own, parse, define }, { own: true, parse: 'mine', define: 'function' });
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('is exports too, where the file is imported as a module', async () => {
    site.publish(
      '/user.js',
      'import { VERSION } from "./cdn/customs-widgets.js"; window.seen = VERSION;',
    );
    const { page } = await site.open(document('<script type="module" src="user.js"></script>', ''));
    assert.equal(await page.evaluate(() => window.seen), VERSION);
    await page.close();
  });
});
