/*
 * integrity.json: the hashes that pages write into `integrity`, and that sites check their copy
 * against.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script, shown } from './site.mjs';

let site;
let files;
before(async () => {
  site = await openSite();
  ({ files } = JSON.parse(site.file('cdn/integrity.json')));
});
after(() => site.close());

const LIST = '<customs-duty-list></customs-duty-list>';
const checked = (name, origin) =>
  script(`${origin}/cdn/${name}`, `integrity="${files[name].integrity}" crossorigin`);

describe('integrity.json', () => {
  it('is of the version of the package', () => {
    const { version } = JSON.parse(site.file('../package.json'));
    assert.equal(JSON.parse(site.file('cdn/integrity.json')).version, version);
  });

  it('names every file of the folder but itself and the maps, with its size and hash', () => {
    const cdn = join(site.folder, 'cdn');
    const expected = {};
    for (const name of readdirSync(cdn, { recursive: true }).sort()) {
      if (name === 'integrity.json' || name.endsWith('.map')) continue;
      if (!statSync(join(cdn, name)).isFile()) continue;
      const content = readFileSync(join(cdn, name));
      const hash = createHash('sha384').update(content).digest('base64');
      expected[name] = { bytes: content.length, integrity: `sha384-${hash}` };
    }
    assert.ok(Object.keys(expected).length >= 20);
    assert.deepEqual(files, expected);
  });

  for (const name of ['duty-list.js', 'duty-list.classic.js', 'customs-widgets.classic.js']) {
    for (const where of ['the site itself', 'another origin']) {
      it(`lets ${name} run from ${where}`, async () => {
        const origin = where === 'the site itself' ? site.origin : site.elsewhere;
        const policy = `default-src 'none'; script-src ${origin}; img-src data:; connect-src ${origin}; style-src 'self'`;
        const { page, faults } = await site.open(document(checked(name, origin), LIST), { policy });
        await shown(page, 'customs-duty-list');
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  }

  for (const name of ['duty-list.js', 'gacc/zh-Hans.js']) {
    it(`has ${name} refused when one byte is another`, async () => {
      const body = site.file(`cdn/${name}`);
      site.publish(`/cdn/${name}`, body.slice(0, -2) + ' ' + body.slice(-1));
      const { page, faults } = await site.open(document(checked(name, site.origin), LIST));
      assert.match(faults.join('\n'), /Failed to find a valid digest in the 'integrity' attribute/);
      assert.ok(
        await page.evaluate(
          () => !window.CustomsWidgets && !window[Symbol.for('customs-widgets/requests/2')],
        ),
      );
      await page.close();
      site.pages.delete(`/cdn/${name}`);
    });
  }
});
