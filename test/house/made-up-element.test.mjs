/*
 * Adds a made-up element to a copy of the project, with its room and one row of the table. It is
 * found everywhere.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { buildCopy } from './made-up-project.mjs';

const NAME = '中华人民共和国海关总署';
const ELSEWHERE = encodeURIComponent('https://evil.example/');
const TAG = 'customs-made-up';

let copy;
/** The tests' own site in the copy. It serves the package of the copy. */
let tools;
let site;
/** Demo of the copy, with its snippet builder. */
let demo;
/** Loads a module of the copy. */
const load = (file) => import(pathToFileURL(join(copy.folder, file)).href);
const readJson = (file) => JSON.parse(copy.read(file));
before(async () => {
  copy = buildCopy();
  tools = await load('test/page/site.mjs');
  site = await tools.openSite();
  const { serve } = await load('stories/server/serve.mjs');
  demo = await serve();
});
after(async () => {
  await site?.close();
  await demo?.close();
  copy?.remove();
});

/** The element in the manifest. */
const described = () =>
  readJson('dist/custom-elements.json')
    .modules.flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .at(-1);

describe('a made-up element is in', () => {
  for (const file of ['made-up', 'customs-widgets']) {
    for (const suffix of ['js', 'classic.js']) {
      it(`the script file ${file}.${suffix}, which shows it, and its placeholder`, async () => {
        const place = '<div data-customs-widget="made-up" data-motto="为国把关"></div>';
        const head = tools.script(`cdn/${file}.${suffix}`);
        const { page, faults } = await site.open(
          tools.document(head, `<${TAG} mood="merry"></${TAG}>${place}`),
        );
        const [alone, inPlace] = await tools.shown(page, TAG, `div > ${TAG}`);
        assert.ok(alone.includes(NAME) && alone.includes('merry: '), alone);
        assert.ok(inPlace.includes('calm: 为国把关'), inPlace);
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  }

  it('what placeholders wait for: its script file may come later than another', async () => {
    const place = '<div data-customs-widget="made-up"></div>';
    const { page, faults } = await site.open(
      tools.document(tools.script('cdn/duty-list.js'), place),
      { policy: '' },
    );
    await page.addScriptTag({ url: `${site.origin}/cdn/made-up.js`, type: 'module' });
    await tools.shown(page, `div > ${TAG}`);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('the hashes, the archive and the sizes, by the budgets of its row', () => {
    const { files } = readJson('dist/cdn/integrity.json');
    const { version } = readJson('package.json');
    const archive = unzipSync(
      readFileSync(join(copy.folder, `dist/customs-widgets-${version}.zip`)),
    );
    for (const name of ['made-up.js', 'made-up.classic.js', 'made-up.css']) {
      assert.ok(files[name], name);
      assert.equal(archive[`customs-widgets/${name}`].length, files[name].bytes);
    }
    assert.throws(
      () => copy.run('.tools/size.mjs'),
      ({ stdout }) =>
        /^made-up\.js .* 60\.0$/m.test(stdout) &&
        /^made-up\.classic\.js .* 0\.1  OVER BUDGET$/m.test(stdout),
    );
  });

  it('the exports of the package, and what registers all', () => {
    const page = join(copy.folder, 'page.mjs');
    const registered = (code) => {
      writeFileSync(
        page,
        `${code}\nconsole.log(...['police-made-up', '${TAG}'].filter((tag) => customElements.get(tag)));`,
      );
      return copy.run(page).trim();
    };
    assert.equal(registered("import 'customs-widgets/made-up/define';"), TAG);
    assert.equal(registered("import 'customs-widgets/define';"), TAG);
    assert.equal(
      registered(
        "import { CustomsMadeUp } from 'customs-widgets/made-up';\nCustomsMadeUp.define('police-made-up');",
      ),
      'police-made-up',
    );
    assert.equal(
      registered(
        "import { CustomsMadeUp, define } from 'customs-widgets';\ndefine({ prefix: 'police' });\nCustomsMadeUp.define();",
      ),
      `police-made-up ${TAG}`,
    );
  });

  it('server rendering, as shadow DOM and as plain HTML, and its command', async () => {
    const { render } = await load('dist/server/render.js');
    const shadow = render('made-up', { attributes: { motto: '为国把关' } });
    assert.match(
      shadow,
      /^<customs-made-up motto="为国把关" [^]*shadowrootmode="open"[^]*为国把关/,
    );
    assert.ok(render('made-up', { format: 'html' }).includes(`<p>${NAME}: made up</p>`));
    assert.match(copy.run('dist/render/command.js'), /Elements: .*, made-up$/m);
    assert.match(
      copy.run('dist/render/command.js', 'render', 'made-up', '--mood', 'merry'),
      / mood="merry"/,
    );
  });

  it('frames, which set what it declares, and no address of elsewhere', async () => {
    const query = `mood=merry&motto=a&origin=${ELSEWHERE}&elder`;
    const { page } = await site.visit(`${site.origin}/cdn/frame.html?widget=made-up&${query}`);
    const [text] = await tools.shown(page, TAG);
    assert.ok(text.includes('merry: a'), text);
    const names = await page.$eval(TAG, (element) => element.getAttributeNames());
    assert.deepEqual(names.sort(), ['elder', 'mood', 'motto']);
    await page.close();
  });

  it('the page doctor: its tag, its placeholder, its attributes and what they accept', async () => {
    const findings = async (file, body) => {
      const { page } = await site.open(tools.document(tools.script(file), body, 'en'));
      const found = await page.evaluate(async () =>
        (await window.CustomsWidgets.diagnose()).findings.map(({ message }) => message),
      );
      await page.close();
      return found;
    };
    assert.deepEqual(
      await findings(
        'cdn/customs-widgets.js',
        `<customs-made-op></customs-made-op><div data-customs-widget="mad-up"></div><${TAG} mood="sad" moto="a"></${TAG}>`,
      ),
      [
        `There is no <customs-made-op>; is <${TAG}> meant?`,
        'data-customs-widget="mad-up" does not exist; is "made-up" meant?',
        'mood="sad" is not accepted; use calm, merry.',
        `<${TAG}> has no attribute moto; is motto meant?`,
      ],
    );
    assert.deepEqual(await findings('cdn/duty-list.js', `<${TAG}></${TAG}>`), [
      `No script brings <${TAG}>; load made-up.js or customs-widgets.js.`,
    ]);
  });

  it('the manifest, the data of editors and the types of frameworks', () => {
    const { tagName, name, summary, attributes } = described();
    assert.deepEqual(
      [tagName, name, summary],
      [TAG, 'CustomsMadeUp', 'The motto of a public agency.'],
    );
    const typeOf = (wanted) => attributes.find((one) => one.name === wanted).type.text;
    assert.equal(typeOf('mood'), "'calm' | 'merry'");
    const tag = readJson('dist/vscode.html-custom-data.json').tags.find((one) => one.name === TAG);
    const mood = tag.attributes.find((one) => one.name === 'mood');
    assert.deepEqual(
      mood.values.map((one) => one.name),
      ['calm', 'merry'],
    );
    const { elements } = readJson('dist/web-types.json').contributions.html;
    assert.ok(elements.some((one) => one.name === TAG));
    assert.match(
      copy.read('dist/frameworks/elements.d.ts'),
      /'customs-made-up': \{\s*element: CustomsMadeUp;/,
    );
  });

  it('the builder of snippets, under the words of the manifest', async () => {
    const page = await site.browser.newPage();
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const codeOf = async (form) => {
      const query = `widget=made-up&form=${form}&data-motto=a&data-origin=${ELSEWHERE}`;
      await page.goto(`${demo.url}builder.html?${query}`);
      await page.waitForFunction(() => document.querySelector('#part-0'));
      return page.$eval('#part-0', ({ textContent }) => textContent);
    };
    const { version, files } = readJson('dist/cdn/integrity.json');
    const file = `made-up-${version}.js`;
    const code = await codeOf('script');
    assert.ok(
      code.includes(`src="customs-widgets/${file}" integrity="${files[file].integrity}"`),
      code,
    );
    assert.ok(
      code.includes(`<${TAG} agency="gacc" motto="a" origin="https://evil.example/">`),
      code,
    );
    const option = await page.$eval(
      'input[value=made-up]',
      (one) => one.closest('label').textContent,
    );
    assert.equal(option.replace(/\s+/g, ' ').trim(), `made-up${described().summary}`);
    await page.waitForFunction(
      (tag, text) => document.querySelector(tag)?.shadowRoot?.textContent.includes(text),
      {},
      `.screen > ${TAG}`,
      NAME,
    );
    const frame = await codeOf('frame');
    assert.match(frame, /frame\.html\?widget=made-up&amp;agency=gacc&amp;motto=a"/);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
