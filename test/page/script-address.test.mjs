/* Where a script looks for the files beside it, however a page comes to run it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script, shown } from './site.mjs';

const CLASSIC = 'cdn/duty-list.classic.js';
const LIST = '<customs-duty-list lang="en" agency="gacc"></customs-duty-list>';
const META = (content) => `<meta name="customs-widgets" content="${content}">`;
const UNKNOWN = /the folder of the script is unknown\. Add <meta name="customs-widgets"/;

let site;
before(async () => {
  site = await openSite();
  const text = site.file(CLASSIC);
  const links = site.file('cdn/link-list.classic.js');
  site.publish('/theme/all.js', `"use strict"\nvar theme = 1\n${text}${links}var after = 2\n`);
  site.publish(
    '/theme/amd.js',
    `window.define = function () {};\nwindow.define.amd = {};\n(function (wrapped) { wrapped() })(function () {\n${text}\n})`,
  );
  site.publish(
    '/packs.js',
    `var page = 1\n${site.file('cdn/gacc/en.js')}${site.file('cdn/strings/en.js')}`,
  );
});
after(() => site.close());

/** Ways to run the text of a script, as loaders do. */
const LOADERS = {
  eval: `(async () => (0, eval)(await (await fetch('/${CLASSIC}')).text()))()`,
  inline: `(async () => {
    const inline = document.createElement('script');
    inline.text = await (await fetch('/${CLASSIC}')).text();
    document.head.append(inline);
  })()`,
  blob: `(async () => {
    const text = await (await fetch('/cdn/duty-list.js')).text();
    await import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  })()`,
};

/** Loads a page, runs a script in it, and returns what the list shows and what was asked for. */
async function run(head, { loader, body = LIST, tag = 'customs-duty-list' } = {}) {
  const html = document(head + (loader ? `<script>${loader}</script>` : ''), body, 'en');
  const { page, faults, requests } = await site.open(html, { policy: '' });
  const [text] = await shown(page, tag);
  const findings = await page.evaluate(async () =>
    (await window.CustomsWidgets.diagnose()).findings.map(({ code }) => code),
  );
  await page.close();
  return { text, requests, findings, warnings: faults.filter((one) => UNKNOWN.test(one)) };
}

describe('a script whose text a loader runs', () => {
  for (const [name, loader] of Object.entries(LOADERS)) {
    it(`finds its folder and its prefix by the meta element: ${name}`, async () => {
      const { text, findings, warnings } = await run(META('/cdn?prefix=police'), {
        loader,
        body: LIST.replaceAll('customs-', 'police-'),
        tag: 'police-duty-list',
      });
      assert.match(text, /Customs/);
      assert.deepEqual([findings, warnings], [[], []]);
    });
  }

  it('finds it by a preload of the same file, with its prefix', async () => {
    const preload = `<link rel="preload" as="fetch" crossorigin href="/${CLASSIC}?prefix=police">`;
    const { findings, warnings } = await run(preload, {
      loader: LOADERS.eval,
      body: LIST.replaceAll('customs-', 'police-'),
      tag: 'police-duty-list',
    });
    assert.deepEqual([findings, warnings], [[], []]);
  });

  it('says what to add if nothing tells, and works if its files are beside the page', async () => {
    const html = document(
      `<script>${LOADERS.eval}</script>`,
      '<customs-duty-list agency="gacc"><p>原文</p></customs-duty-list>',
    );
    const { page, faults } = await site.open(html, { policy: '' });
    await page.waitForFunction(
      () => window.document.querySelector('customs-duty-list').state?.kind === 'failed',
    );
    assert.equal(faults.filter((one) => UNKNOWN.test(one)).length, 1, faults.join('\n'));
    await page.evaluate(() => window.CustomsWidgets.diagnose().catch(() => {}));
    assert.ok(
      faults.some((one) =>
        /diagnose\.js did not load\. Allow it in script-src\. Add <meta/.test(one),
      ),
    );
    await page.close();
    site.pages.set('/cdn/page.html', { body: html });
    const { page: beside } = await site.visit(`${site.origin}/cdn/page.html`);
    await shown(beside, 'customs-duty-list');
    const report = await beside.evaluate(async () =>
      (await window.CustomsWidgets.diagnose()).findings.map(({ code, message }) => code + message),
    );
    assert.equal(report.length, 1);
    assert.match(report[0], new RegExp(`^folder.*${site.origin}/cdn/`));
    await beside.close();
  });
});

describe('a script that was joined with others', () => {
  const links = '<customs-link-list agency="gacc"></customs-link-list>';

  it('works with its folder in the meta element, behind code without a semicolon, before more', async () => {
    const head = `${META('/cdn/')}<script src="/theme/all.js"></script>`;
    const { page, faults } = await site.open(document(head, LIST + links));
    await shown(page, 'customs-duty-list', 'customs-link-list');
    assert.deepEqual(await page.evaluate(() => [window.theme, window.after]), [1, 2]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('works in the wrapper of a module loader', async () => {
    const { findings } = await run(`${META('/cdn/')}<script src="/theme/amd.js"></script>`);
    assert.deepEqual(findings, []);
  });

  it('keeps packs that were joined too', async () => {
    const head = `${META('/cdn/')}<script src="/packs.js"></script>${script(CLASSIC)}`;
    const { requests, findings } = await run(head);
    assert.deepEqual(
      requests.filter((url) => url.includes('.json')),
      [],
    );
    assert.deepEqual(findings, []);
  });
});

describe('the folder of a script', () => {
  it('is where the meta element of the head says, whatever the address of the script', async () => {
    site.publish('/other/duty-list.js', site.file('cdn/duty-list.js'));
    const { requests } = await run(META('/cdn/') + script('other/duty-list.js'));
    assert.ok(requests.some((url) => url.endsWith('/cdn/gacc/en.json')));
    assert.ok(!requests.some((url) => url.includes('/other/gacc')));
  });

  it('is never what readers post: elements in the body, pictures with a name', async () => {
    const posted = `${META('/evil/')}<img name="currentScript" src="/evil/duty-list.classic.js">`;
    const { requests } = await run('', {
      body: `${posted}${script(`/${CLASSIC}`)}${LIST}`,
    });
    assert.ok(requests.some((url) => url.endsWith('/cdn/gacc/en.json')));
    assert.ok(!requests.some((url) => url.includes('/evil/gacc')));
  });

  for (const [name, meta, address] of [
    ['is malformed', META('http://'), `/${CLASSIC}`],
    ['is empty', META(''), '/cdn/duty-list.js?v=2'],
  ]) {
    it(`is that of the script if the meta element ${name}`, async () => {
      const { text, warnings } = await run(meta + script(address));
      assert.match(text, /Customs/);
      assert.deepEqual(warnings, []);
    });
  }
});
