/* The page doctor: a healthy page, and a page for each kind of finding. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ELEMENT_NAMES, version as VERSION } from '../../.tools/project.mjs';
import { document, openSite, script, STRICT } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const ALL = 'cdn/customs-widgets.js';
const LIST = '<customs-duty-list></customs-duty-list>';

const examine = (page) =>
  page.evaluate(async () => {
    const { findings, ...report } = await window.CustomsWidgets.diagnose();
    return {
      ...report,
      findings: findings.map(({ severity, code, message, element }) => ({
        severity,
        code,
        message,
        element: element?.localName,
      })),
    };
  });

/** Opens a page and returns the doctor's findings. */
async function findingsIn(html, options) {
  const { page } = await site.open(html, options);
  const { findings } = await examine(page);
  await page.close();
  return findings;
}

/** Accepted values of an element's attributes, as its class in the page declares them. */
const acceptedBy = (page, tag) =>
  page.evaluate((name) => {
    const declared = [...customElements.get(name).elementProperties];
    return Object.fromEntries(
      declared
        .filter(([, { accepted }]) => accepted)
        .map(([property, { attribute = property, accepted }]) => [attribute, accepted]),
    );
  }, tag);

const codes = (findings) => findings.map(({ code }) => code);

describe('the page doctor', () => {
  for (const file of [ALL, 'cdn/customs-widgets.classic.js', 'cdn/duty-list.js']) {
    for (const [lang, title] of [
      ['zh-Hans', '未发现问题。'],
      ['en', 'No problems found.'],
    ]) {
      it(`finds nothing in a healthy page; ${file}, ${lang}, under the strictest policy`, async () => {
        const body = `${LIST}<div data-customs-widget="duty-list" data-filter></div>`;
        const { page, faults } = await site.open(document(script(file), body, lang));
        const report = await examine(page);
        assert.deepEqual(report, { version: VERSION, language: lang, title, findings: [] });
        assert.deepEqual(
          faults,
          [
            `console startGroup: customs-widgets ${VERSION}: ${title}`,
            'console endGroup: console.groupEnd',
          ],
          faults.join('\n'),
        );
        assert.deepEqual(await page.evaluate(() => window.violations), []);
        await page.close();
      });
    }
  }

  it('is fetched only when it is asked for', async () => {
    const { page, requests } = await site.open(document(script(ALL), LIST));
    assert.ok(!requests.some((url) => url.includes('diagnose')));
    await examine(page);
    assert.equal(requests.filter((url) => url.includes('diagnose')).length, 1);
    await page.close();
  });

  it('that the policy blocks is named with what to allow', async () => {
    const file = `${site.origin}/cdn/duty-list.classic.js`;
    const policy = STRICT.replace("script-src 'self'", `script-src ${file}`);
    const { page, faults } = await site.open(document(script(file), LIST), { policy });
    await page.evaluate(() => window.CustomsWidgets.diagnose().catch(() => {}));
    assert.match(
      faults.join('\n'),
      new RegExp(`${site.origin}/cdn/diagnose\\.js did not load\\. Allow it in script-src`),
    );
    await page.close();
  });

  it('is imported from npm too, where importing it does nothing', async () => {
    const before = Object.keys(globalThis);
    const { diagnose } = await import('customs-widgets/diagnose');
    assert.equal(typeof diagnose, 'function');
    assert.deepEqual(Object.keys(globalThis), before);
  });

  it('speaks with severity, code, words and the element, the gravest first', async () => {
    const findings = await findingsIn(
      document(
        script(ALL),
        '<customs-duty-lst></customs-duty-lst><customs-link-list theme="drak"></customs-link-list>',
        'en',
      ),
    );
    assert.deepEqual(findings, [
      {
        severity: 'error',
        code: 'misspelt',
        message: 'There is no <customs-duty-lst>; is <customs-duty-list> meant?',
        element: 'customs-duty-lst',
      },
      {
        severity: 'warning',
        code: 'value',
        message: 'theme="drak" is not accepted; use auto, light, dark, contrast.',
        element: 'customs-link-list',
      },
    ]);
  });

  const FINDINGS = {
    misspelt: [
      [ALL, '<custom-duty-list></custom-duty-list>'],
      [`${ALL}?prefix=police`, '<police-dutylist></police-dutylist>'],
    ],
    'not-defined': [
      ['cdn/duty-list.js', '<customs-link-list></customs-link-list>'],
      ['cdn/agency.js', '<customs-agency-page endpoint="/comments"></customs-agency-page>'],
    ],
    'unknown-widget': [[ALL, '<div data-customs-widget="duties"></div>']],
    'widget-missing': [['cdn/duty-list.js', '<div data-customs-widget="link-list"></div>']],
    attribute: [
      [ALL, '<customs-duty-list fitler></customs-duty-list>'],
      [ALL, '<div data-customs-widget="link-list" data-theem="dark"></div>'],
    ],
    value: [
      [ALL, '<customs-profile-card variant="big"></customs-profile-card>'],
      [ALL, '<customs-duty-list heading-level="7"></customs-duty-list>'],
    ],
    data: [
      [ALL, '<customs-duty-list src="none.json"></customs-duty-list>'],
      [ALL, '<customs-duty-list agency="nobody"></customs-duty-list>'],
      [
        ALL,
        '<customs-duty-list><script type="application/json">{"lang":1}</script></customs-duty-list>',
      ],
    ],
    endpoint: [[ALL, '<customs-comment-box></customs-comment-box>']],
    'plain-http': [
      [ALL, '<customs-comment-count endpoint="http://comments.example/"></customs-comment-count>'],
    ],
  };
  for (const [code, cases] of Object.entries(FINDINGS)) {
    for (const [file, body] of cases) {
      it(`finds: ${code}, in ${body}`, async () => {
        const findings = await findingsIn(document(script(file), body));
        assert.ok(codes(findings).includes(code), JSON.stringify(findings));
        for (const { message } of findings) assert.doesNotMatch(message, /\{\d\}/);
      });
    }
  }

  it('names the file of an element that another one draws, and finds nothing when it is there', async () => {
    const page = '<customs-agency-page agency="gacc" endpoint="/comments"></customs-agency-page>';
    const findings = await findingsIn(document(script('cdn/agency.js'), page));
    assert.deepEqual(
      findings.map(({ message, element }) => [message, element]),
      [
        [
          '没有脚本提供 <customs-comment-box>；请加载 comment-box.js 或 customs-widgets.js。',
          'customs-comment-box',
        ],
      ],
    );
    const alone = '<customs-agency-page agency="gacc"></customs-agency-page>';
    assert.deepEqual(await findingsIn(document(script('cdn/agency.js'), alone)), []);
  });

  it('finds data that has nothing to show', async () => {
    site.publish('/empty.json', '{"lang":"zh","name":"甲"}', 'application/json');
    const body = '<customs-duty-list src="empty.json"></customs-duty-list>';
    assert.deepEqual(codes(await findingsIn(document(script(ALL), body))), ['empty']);
  });

  it('names the place in the data that is wrong', async () => {
    site.publish(
      '/wrong.json',
      '{"lang":"zh","name":"甲","links":[{"label":7}]}',
      'application/json',
    );
    const body = '<customs-link-list src="wrong.json"></customs-link-list>';
    const [finding] = await findingsIn(document(script(ALL), body));
    assert.equal(finding.code, 'data');
    assert.match(finding.message, /第 1 个链接的名称“7”应为文字/);
  });

  for (const [name, body] of [
    ['words that the element cannot read', '<customs-duty-list><p>暂无</p></customs-duty-list>'],
    ['a source that is empty', '<customs-duty-list src=""></customs-duty-list>'],
  ]) {
    it(`finds ${name}`, async () => {
      const [finding] = await findingsIn(document(script(ALL), body));
      assert.equal(finding.code, name.startsWith('words') ? 'content' : 'data');
      assert.equal(finding.severity, 'error');
      assert.match(finding.message, name.startsWith('words') ? /已原样保留.*<ol><li>/ : /src=/);
    });
  }

  /** A page whose elements show these agencies. */
  const pageOf = (agencies, head = '') =>
    document(
      head + script(ALL),
      agencies
        .map(
          (agency) =>
            `<customs-profile-card><script type="application/json">${JSON.stringify(agency)}</script></customs-profile-card>`,
        )
        .join(''),
    );

  it('finds data that was checked more than a year ago', async () => {
    const [finding] = await findingsIn(
      pageOf([{ lang: 'zh', name: '甲县教育局', asOf: '2020-01-31' }]),
    );
    assert.deepEqual([finding.severity, finding.code], ['warning', 'old']);
    assert.match(finding.message, /2020-01-31/);
  });

  it('finds two agencies on one page, but not one agency in two languages', async () => {
    const county = { lang: 'zh', name: '甲县教育局' };
    const [finding] = await findingsIn(pageOf([county, { lang: 'zh', name: '乙县教育局' }]));
    assert.equal(finding.code, 'agencies');
    assert.match(finding.message, /甲县教育局.*乙县教育局/);
    const english = { lang: 'en', name: 'Education Bureau of County A' };
    assert.deepEqual(codes(await findingsIn(pageOf([county, english]))), []);
  });

  it('finds a page that names another office than its elements', async () => {
    const named = (name) => `<meta name="SiteName" content="${name}">`;
    const county = [{ lang: 'zh', name: '甲县教育局' }];
    const [finding] = await findingsIn(pageOf(county, named('乙市水务局')));
    assert.equal(finding.code, 'page-name');
    assert.match(finding.message, /乙市水务局.*甲县教育局/);
    assert.deepEqual(codes(await findingsIn(pageOf(county, named('甲县教育局门户网站')))), []);
  });

  it('tells once what several elements say of one file, and nothing of a part that may be missing', async () => {
    const one = '<customs-duty-list src="none.json"></customs-duty-list>';
    assert.deepEqual(codes(await findingsIn(document(script(ALL), one + one))), ['data']);
    site.publish('/name.json', '{"name":"甲"}', 'application/json');
    const may = '<customs-rank-ladder src="name.json" hide-when-empty></customs-rank-ladder>';
    assert.deepEqual(codes(await findingsIn(document(script(ALL), may))), []);
  });

  it('tells what was left out of the data', async () => {
    const [finding] = await findingsIn(pageOf([{ lang: 'zh', name: '甲县教育局', levle: '科级' }]));
    assert.equal(finding.code, 'left-out');
    assert.match(finding.message, /levle.*level/);
  });

  it('finds strings that did not come, or are older than the script', async () => {
    const [, ...others] = Object.entries(JSON.parse(site.file('cdn/strings/en.json')));
    const older = JSON.stringify(Object.fromEntries(others));
    for (const body of ['gone', older]) {
      site.publish('/cdn/strings/en.json', body, 'application/json');
      const findings = await findingsIn(document(script(ALL), LIST, 'en'));
      site.pages.delete('/cdn/strings/en.json');
      const found = findings.find(({ code }) => code === 'strings');
      assert.match(found?.message ?? '', /older than the script.*strings\/en\.json/, body);
    }
  });

  it('finds two versions, and scripts that are loaded twice', async () => {
    site.publish(
      '/newer/duty-list.classic.js',
      site.file('cdn/duty-list.classic.js').replaceAll(`"${VERSION}"`, '"9.9.9"'),
    );
    const two = script('cdn/duty-list.classic.js') + script('newer/duty-list.classic.js');
    const findings = await findingsIn(document(two, LIST, 'en'));
    assert.deepEqual(codes(findings), ['versions', 'duplicate']);
    assert.match(findings[0].message, new RegExp(`${VERSION}, 9.9.9`));
  });

  it('finds what the policy keeps from the elements, apart from the rest of the page', async () => {
    const policy = STRICT.replace("connect-src 'self'", "connect-src 'none'");
    const findings = await findingsIn(
      document(
        script('cdn/customs-widgets.classic.js'),
        `${LIST}<img src="https://elsewhere.example/a.png">`,
        'en',
      ),
      { policy },
    );
    assert.ok(
      findings.some(({ code, message }) => code === 'blocked' && message.includes('gacc/en.json')),
      JSON.stringify(findings),
    );
    assert.ok(codes(findings).includes('blocked-other'));
  });

  it('finds a page without a language, in quirks mode', async () => {
    const html = document(script(ALL), LIST, '').replace('<!doctype html>', '');
    assert.deepEqual(codes(await findingsIn(html)).sort(), ['lang', 'quirks']);
  });

  it('finds another encoding', async () => {
    site.pages.set('/gbk.html', {
      headers: { 'content-type': 'text/html; charset=gbk' },
      body: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">${script(ALL)}</head><body>${LIST}</body></html>`,
    });
    const { page } = await site.visit(`${site.origin}/gbk.html`);
    const { findings } = await examine(page);
    assert.deepEqual(codes(findings), ['encoding']);
    assert.match(findings[0].message, /GBK/);
    await page.close();
  });

  it('finds a script of another origin without integrity', async () => {
    const { files } = JSON.parse(site.file('cdn/integrity.json'));
    const policy = `script-src ${site.elsewhere}; connect-src ${site.elsewhere}`;
    const address = `${site.elsewhere}/cdn/duty-list.js`;
    const integrity = `integrity="${files['duty-list.js'].integrity}" crossorigin`;
    assert.deepEqual(codes(await findingsIn(document(script(address), LIST), { policy })), [
      'integrity',
    ]);
    assert.deepEqual(await findingsIn(document(script(address, integrity), LIST), { policy }), []);
  });

  it('on the disk is a classic script, and finds modules, which do not run there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'customs-doctor-'));
    cpSync(join(site.folder, 'cdn'), join(folder, 'cdn'), { recursive: true });
    writeFileSync(
      join(folder, 'page.html'),
      document(
        script(ALL) +
          script('cdn/gacc/zh-Hans.js') +
          script('cdn/duty-list.classic.js') +
          script('cdn/diagnose.classic.js'),
        LIST,
      ),
    );
    const { page } = await site.openFile(join(folder, 'page.html'));
    const { findings } = await examine(page);
    assert.deepEqual(codes(findings), ['module-on-disk']);
    await page.close();
    rmSync(folder, { recursive: true });
  });

  it('knows the accepted values that the documentation lists', async () => {
    const { page } = await site.open(document(script(ALL), ''));
    const manifest = JSON.parse(site.file('custom-elements.json'));
    const elements = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName);
    assert.equal(elements.length, ELEMENT_NAMES.length);
    for (const { tagName, attributes } of elements) {
      const levels = attributes.some(({ name }) => name === 'heading-level');
      const documented = levels ? { 'heading-level': ['2', '1', '3', '4', '5', '6'] } : {};
      for (const { name, type } of attributes) {
        const values = type.text.match(/'[^']*'/g);
        if (values) documented[name] = values.map((value) => value.slice(1, -1));
      }
      // The manifest has the default first, then the other values in no order of their own.
      const accepted = await acceptedBy(page, tagName);
      for (const values of Object.values({ ...accepted })) values.sort();
      for (const values of Object.values(documented)) values.sort();
      assert.deepEqual(accepted, documented, tagName);
    }
    await page.close();
  });
});

describe('the panel of the page doctor', () => {
  const wrong = '<customs-duty-list fitler></customs-duty-list><button>其他</button>';
  const panel = '>>> section[aria-labelledby=title]';

  it('shows for ?customs-debug only, under the strictest policy, in words', async () => {
    const { page } = await site.open(document(script(ALL), wrong), { search: '?customs-debug' });
    await page.waitForSelector(panel);
    const text = await page.$eval(panel, (section) => section.textContent);
    assert.ok(
      text.includes('发现 1 处') && text.includes('fitler') && text.includes('filter'),
      text,
    );
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    await page.close();
    const { page: other } = await site.open(document(script(ALL), wrong));
    await examine(other);
    assert.equal(await other.$(panel), null);
    await other.close();
  });

  it('is named, is closed by its button and by Escape, and passes axe', async () => {
    const { page } = await site.open(document(script(ALL), `<main><h1>x</h1>${wrong}</main>`), {
      search: '?customs-debug',
      policy: '',
    });
    await page.waitForSelector(panel);
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    const problems = await page.evaluate(async () => {
      const host = [...window.document.body.children].find(
        ({ shadowRoot, localName }) => shadowRoot && localName === 'div',
      );
      const { violations, passes } = await window.axe.run(host);
      return { violations: violations.map(({ id }) => id), passed: passes.length > 5 };
    });
    assert.deepEqual(problems, { violations: [], passed: true });
    await page.focus(panel);
    await page.keyboard.press('Escape');
    assert.equal(await page.$(panel), null);
    await page.evaluate(() => window.CustomsWidgets.diagnose({ panel: true }));
    await page.click('>>> section[aria-labelledby=title] > button');
    assert.equal(await page.$(panel), null);
    await page.close();
  });

  it('says that all is well', async () => {
    const { page } = await site.open(document(script(ALL), LIST, 'en'), {
      search: '?customs-debug',
    });
    await page.waitForSelector(panel);
    const text = await page.$eval(panel, (section) => section.textContent);
    assert.ok(text.includes('No problems found.'), text);
    await page.close();
  });
});
