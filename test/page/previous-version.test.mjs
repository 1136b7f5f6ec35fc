/* This version and the one before it: on one page, one after the other, and after an update of the folder. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { version } from '../../.tools/project.mjs';
import { versioned } from '../../.tools/published-files.mjs';
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { BOTH, openPreviousSite, previous } from './previous-site.mjs';
import { document, script, shown } from './site.mjs';

const text = (name) => Buffer.from(previous.files[name]).toString();
const tagsOf = AGENCY_ELEMENTS.map((name) => `customs-${name}`);
const ELEMENTS = tagsOf.map((tag) => `<${tag} agency="gacc"></${tag}>`).join('');
const NAME = '海关总署';

let site;
before(async () => (site = await openPreviousSite()));
after(() => site.close());

describe('with the version before it on one page', () => {
  const FIRST = { 'this version': ['cdn', 'before'], 'the one before': ['before', 'cdn'] };
  for (const [name, folders] of Object.entries(FIRST)) {
    for (const file of ['customs-widgets.js', 'customs-widgets.classic.js']) {
      it(`${name} is used when it comes first, and the other does no harm (${file})`, async () => {
        const scripts = folders.map((folder) => script(`/${folder}/${file}`)).join('');
        const { page, faults } = await site.open(document(scripts, ELEMENTS));
        const texts = await shown(page, ...tagsOf);
        for (const one of texts) assert.ok(one.includes(NAME) || one.length > 200, one);
        const used = await page.evaluate(() => window.CustomsWidgets.VERSION);
        assert.equal(used, folders[0] === 'cdn' ? version : previous.version);
        assert.deepEqual(
          faults.filter((fault) => !/^console warn.*defined by version .* is not used/.test(fault)),
          [],
        );
        await page.close();
      });
    }
  }
});

describe('what the version before it rendered on a server', () => {
  for (const lang of ['zh-Hans', 'en']) {
    it(`shows the same under the script of this version (${lang})`, async () => {
      const body = BOTH.map((name) => text(`markup/${name}.${lang}.shadow.html`)).join('');
      const tags = BOTH.map((name) => `customs-${name}`);
      // What is rendered has its styles in the page.
      const policy = { policy: '' };
      const alone = await site.open(document('', body, lang), policy);
      const read = () =>
        alone.page.evaluate(
          (tags) =>
            tags.map((tag) =>
              document.querySelector(tag).shadowRoot.querySelector('h2,h3').textContent.trim(),
            ),
          tags,
        );
      const headings = await read();
      await alone.page.close();
      const { page, faults } = await site.open(
        document(script('/cdn/customs-widgets.js'), body, lang),
        policy,
      );
      const texts = await shown(page, ...tags);
      headings.forEach((heading, index) => assert.ok(texts[index].includes(heading), heading));
      assert.deepEqual(faults, []);
      await page.close();
    });
  }
});

describe('after an update of the folder', () => {
  const change = (name) => site.publish(`/cdn/${name}`, `${site.file(`cdn/${name}`)}\n// updated`);

  it('a page with the hashes of this version goes on with the files of this version', async () => {
    const { files } = JSON.parse(site.file('cdn/integrity.json'));
    const plain = Object.keys(files).filter((name) => /^[a-z-]+(\.classic)?\.js$/.test(name));
    assert.ok(plain.length > 10, plain.join());
    plain.forEach(change);
    for (const name of ['customs-widgets.js', 'duty-list.classic.js', 'take-over.js']) {
      const file = versioned(name);
      const attributes = `integrity="${files[file].integrity}" crossorigin`;
      const { page, faults } = await site.open(
        document(
          script(`/cdn/${file}`, attributes),
          '<customs-duty-list agency="gacc" filter></customs-duty-list>',
        ),
      );
      const [duties] = await shown(page, 'customs-duty-list');
      assert.ok(duties.includes('（十三）'), name);
      assert.deepEqual(faults, [], name);
      await page.close();
    }
  });

  it('a page without hashes takes the new files', async () => {
    const { page, requests } = await site.open(
      document(
        script('/cdn/duty-list.js'),
        '<customs-duty-list agency="gacc"></customs-duty-list>',
      ),
    );
    await shown(page, 'customs-duty-list');
    assert.ok(requests.some((url) => url.endsWith('/cdn/duty-list.js')));
    await page.close();
  });
});
