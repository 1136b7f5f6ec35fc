/* The script files, loaded in every way that pages load scripts. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AGENCY_ELEMENTS, COMMENT_ELEMENTS } from '../fixtures/elements.mjs';
import { version as VERSION } from '../../.tools/project.mjs';
import { document, openSite, script, shown, STRICT } from './site.mjs';

const LIST = '<customs-duty-list></customs-duty-list>';
const MODULE = 'cdn/customs-widgets.js';
const CLASSIC = 'cdn/customs-widgets.classic.js';
const ALREADY = /console warn: customs-widgets: <customs-[a-z-]+> is already defined by version/;

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const violations = (page) => page.evaluate(() => window.violations);

/** Opens a page. Fails if the list of duties does not show, or if anything else is wrong. */
async function works(html, options) {
  const { page, faults } = await site.open(html, options);
  const [text] = await shown(page, 'customs-duty-list');
  assert.ok(text.includes('（十三）'));
  assert.deepEqual(await violations(page), []);
  await page.close();
  return faults;
}

describe('a script file', () => {
  for (const file of [MODULE, CLASSIC]) {
    for (const attributes of ['', 'async', 'defer']) {
      const name = `${file} ${attributes}`.trim();
      it(`${name} works in the head`, async () => {
        assert.deepEqual(await works(document(script(file, attributes), LIST)), []);
      });
      it(`${name} works at the end of the body`, async () => {
        assert.deepEqual(await works(document('', LIST + script(file, attributes))), []);
      });
    }

    it(`${file} finds elements that a script adds later`, async () => {
      const { page, faults } = await site.open(document(script(file), '<main></main>'));
      await page.evaluate(() => {
        const main = window.document.querySelector('main');
        main.append(window.document.createElement('customs-duty-list'));
      });
      await shown(page, 'main > customs-duty-list');
      assert.deepEqual(faults, []);
      await page.close();
    });

    it(`${file} is added by a script of the page`, async () => {
      site.publish(
        '/loader.js',
        `const one = document.createElement('script');
         one.src = trustedTypes.createPolicy('own', { createScriptURL: (url) => url }).createScriptURL('${file}');
         if (!one.src.includes('classic')) one.type = 'module';
         document.head.append(one);`,
      );
      assert.deepEqual(await works(document('', `${LIST}<script src="loader.js"></script>`)), []);
    });

    it(`${file} works from another origin that the policy lists`, async () => {
      const policy = `default-src 'none'; script-src ${site.elsewhere}; style-src 'self'; img-src 'self' data:; connect-src ${site.elsewhere}; require-trusted-types-for 'script'`;
      const html = document(script(`${site.elsewhere}/${file}`), LIST);
      assert.deepEqual(await works(html, { policy }), []);
    });

    it(`${file} shows what the author wrote where the policy refuses its origin`, async () => {
      const html = document(
        script(`${site.elsewhere}/${file}`),
        `<customs-duty-list><p>原文</p></customs-duty-list>`,
      );
      const { page } = await site.open(html);
      assert.equal((await violations(page)).length, 1);
      assert.ok(await page.evaluate(() => window.document.querySelector('p').offsetHeight > 0));
      await page.close();
    });
  }
});

describe('two script files', () => {
  for (const [what, first, second] of [
    ['the same module, which a browser runs once', MODULE, MODULE],
    ['a classic script twice', CLASSIC, CLASSIC],
    ['a module and a classic script', MODULE, CLASSIC],
    ['a classic script and a module', CLASSIC, MODULE],
    ['one for everything and one for an element', 'cdn/duty-list.js', MODULE],
  ]) {
    it(`work together: ${what}`, async () => {
      const faults = await works(document(script(first) + script(second), LIST));
      for (const fault of faults) assert.match(fault, ALREADY);
      assert.equal(faults.length === 0, first === second && first === MODULE);
    });
  }

  for (const suffix of ['.js', '.classic.js']) {
    it(`of two versions work together; the first one is used (${suffix})`, async () => {
      const newer = site.file(`cdn/customs-widgets${suffix}`).replaceAll(`"${VERSION}"`, '"9.9.9"');
      assert.ok(newer.includes('"9.9.9"'));
      site.publish(`/newer/customs-widgets${suffix}`, newer);
      const { page, faults } = await site.open(
        document(
          script(`cdn/customs-widgets${suffix}`) + script(`newer/customs-widgets${suffix}`),
          `${LIST}<div data-customs-widget="link-list"></div>`,
        ),
      );
      await shown(page, 'customs-duty-list', 'customs-link-list');
      assert.equal(await page.evaluate(() => window.CustomsWidgets.VERSION), VERSION);
      assert.equal(faults.length, AGENCY_ELEMENTS.length + COMMENT_ELEMENTS.length);
      assert.match(
        faults[0],
        new RegExp(`defined by version ${VERSION}; version 9.9.9 is not used`),
      );
      await page.close();
    });
  }
});

describe('under the strictest policy', () => {
  for (const name of ['customs-widgets', ...AGENCY_ELEMENTS, ...COMMENT_ELEMENTS]) {
    for (const suffix of ['.js', '.classic.js']) {
      it(`${name}${suffix} alone violates nothing`, async () => {
        const names =
          name === 'customs-widgets' ? [...AGENCY_ELEMENTS, ...COMMENT_ELEMENTS] : [name];
        site.publish('/comments.json', '{"comments":[]}', 'application/json');
        const body = names
          .map((one) => {
            const engine = COMMENT_ELEMENTS.includes(one)
              ? 'engine="static" endpoint="comments.json"'
              : '';
            return `<customs-${one} ${engine}></customs-${one}><div data-customs-widget="${one}" ${engine.replace(/(\w+=)/g, 'data-$1')}></div>`;
          })
          .join('');
        const { page, faults } = await site.open(document(script(`cdn/${name}${suffix}`), body), {
          policy: STRICT,
        });
        const data = names
          .filter((one) => !COMMENT_ELEMENTS.includes(one))
          .map((one) => `customs-${one}`);
        await shown(page, ...data, ...data.map((tag) => `div > ${tag}`));
        await page.waitForFunction(
          (all) =>
            all.every((one) =>
              [...window.document.querySelectorAll(`customs-${one}`)].every(
                ({ shadowRoot }) =>
                  shadowRoot.textContent.trim() && !shadowRoot.querySelector('[part=loading]'),
              ),
            ),
          {},
          names,
        );
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  }
});

describe('a page on the disk', () => {
  it('works with a classic script and JSON of its own, without any request', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'customs-disk-'));
    cpSync(join(site.folder, 'cdn'), join(folder, 'cdn'), { recursive: true });
    const data = JSON.stringify({
      lang: 'zh',
      name: '甲局',
      duties: { items: [{ id: 'duty-1', title: '一。' }] },
    });
    const path = join(folder, 'page.html');
    const json = `<script type="application/json">${data}</script>`;
    writeFileSync(
      path,
      document(script(CLASSIC), `<customs-duty-list><p>原文</p>${json}</customs-duty-list>`),
    );
    const { page, faults, requests } = await site.openFile(path);
    await page.waitForFunction(
      () => window.document.querySelector('customs-duty-list').state.kind !== 'loading',
    );
    assert.equal(
      await page.evaluate(() =>
        JSON.stringify(window.document.querySelector('customs-duty-list').state.problems),
      ),
      '[]',
    );
    assert.deepEqual(faults, []);
    assert.ok(requests.every((url) => url.startsWith('file:') && !url.endsWith('.json')));
    await page.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the data that an element names', () => {
  /**
   * Opens a page, records when the first element is registered, and returns the data requests in
   * order.
   */
  async function asked(body) {
    const prepare = () => {
      const { define } = CustomElementRegistry.prototype;
      CustomElementRegistry.prototype.define = function (...args) {
        window.firstDefined ??= performance.now();
        return define.apply(this, args);
      };
    };
    site.publish('/own.json', site.file('cdn/gacc/en.json'), 'application/json');
    const { page, faults } = await site.open(document(script(`/${MODULE}`), body), { prepare });
    const requests = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.json'))
        .map(({ name, startTime }) => ({
          name: new URL(name).pathname,
          isAhead: startTime < window.firstDefined,
        })),
    );
    assert.deepEqual(faults, []);
    await page.close();
    return requests;
  }

  it('is asked for before the element is made, and once', async () => {
    const requests = await asked(
      '<customs-duty-list agency="gacc"></customs-duty-list><customs-profile-card src="/own.json" lang="en"></customs-profile-card>',
    );
    assert.deepEqual(
      new Set(requests.map(({ name }) => name)),
      new Set(['/cdn/gacc/zh-Hans.json', '/own.json', '/cdn/strings/en.json']),
    );
    assert.equal(requests.length, 3);
    assert.ok(requests.every(({ isAhead }) => isAhead));
  });

  it('is not asked for where a script may still give it, or the author writes it', async () => {
    const requests = await asked(
      '<customs-duty-list></customs-duty-list><customs-duty-list agency="none"></customs-duty-list><customs-duty-list><ol><li>一件事。</li></ol></customs-duty-list>',
    );
    assert.deepEqual(requests, [{ name: '/cdn/gacc/zh-Hans.json', isAhead: false }]);
  });
});
