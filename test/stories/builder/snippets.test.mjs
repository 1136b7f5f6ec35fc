/* The text of the snippets, the address of the page, and the JSON check, without a browser. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../../.tools/elements.mjs';
import { root } from '../../../.tools/project.mjs';
import { change, FORMS, fromAddress, toAddress } from '../../../stories/demo/builder/choices.js';
import { attributesToWrite, readElements } from '../../../stories/demo/builder/elements.js';
import { checkJson, readText } from '../../../stories/demo/builder/json.js';
import { choose, elements, facts, htmlOf, manifest, readJson, snippetFor } from './pasting.mjs';

const { parse } = await import('../../../dist/index.js');
const SERVICE = { endpoint: '/comments', site: 'agency', thread: 'guide-7' };
const { files, version } = readJson('dist/cdn/integrity.json');

describe('a snippet', () => {
  it('is exactly this: the version, the script with its hash, the element, its fallback', () => {
    const { parts, policy, notes } = snippetFor({ attributes: { filter: true } });
    assert.deepEqual(parts, [
      {
        kind: 'html',
        code: `<!-- customs-widgets ${version} -->
<script type="module" src="cdn/duty-list.js" integrity="${files['duty-list.js'].integrity}" crossorigin></script>

<customs-duty-list agency="gacc" filter>
  <p><a href="http://www.customs.gov.cn/">中华人民共和国海关总署</a>的主要职能见其官方网站。</p>
</customs-duty-list>`,
      },
    ]);
    assert.equal(
      policy,
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
    );
    assert.deepEqual(notes, []);
  });

  it('is a classic script with its own hash, and everything in one file', () => {
    const code = htmlOf(snippetFor({ script: 'classic', files: 'all', folder: '/w' }));
    const { integrity } = files['customs-widgets.classic.js'];
    assert.ok(
      code.includes(
        `<script defer src="/w/customs-widgets.classic.js" integrity="${integrity}" crossorigin></script>`,
      ),
    );
  });

  it('escapes what was typed, wherever it goes', () => {
    const nasty = `"><script>alert(1)</script>&'`;
    const attributes = { ...SERVICE, thread: nasty, endpoint: `/c"d` };
    const written = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;'";
    for (const form of ['script', 'placeholder', 'server', 'npm']) {
      const code = htmlOf(snippetFor({ widget: 'comment-box', form, attributes }));
      const name = form === 'placeholder' ? 'data-thread' : 'thread';
      assert.ok(code.includes(` ${name}="${written}"`), `${form}: ${code}`);
      assert.ok(
        code.includes('href="/c&quot;d/v1/sites/agency/threads/%22%3E%3Cscript%3Ealert(1)'),
      );
      assert.doesNotMatch(code, /<script>alert/);
    }
    const frame = htmlOf(snippetFor({ widget: 'comment-box', form: 'frame', attributes }));
    assert.ok(frame.includes('&amp;thread=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%26'), frame);
    const folder = htmlOf(snippetFor({ folder: `a"b<c&d` }));
    assert.ok(folder.includes('src="a&quot;b&lt;c&amp;d/duty-list.js"'), folder);
  });

  it('writes JSON that no script tag ends in, and that reads back the same', () => {
    const agency = {
      lang: 'zh-Hans',
      name: '</script><!--',
      duties: { items: [{ id: 'a', title: '</script><!--' }] },
    };
    for (const form of ['script', 'placeholder', 'offline', 'server']) {
      const code = htmlOf(snippetFor({ data: 'json', form }, agency));
      const [, json] = /<script type="application\/json">([^]*?)<\/script>/.exec(code);
      assert.deepEqual(JSON.parse(json), agency);
      assert.ok(code.includes('&lt;/script&gt;&lt;!--'), 'the fallback');
    }
  });

  it('has no prefix that would not make an element, and no value that is not accepted', () => {
    assert.match(htmlOf(snippetFor({ prefix: 'Not this' })), /<customs-duty-list/);
    const attributes = { numbering: 'roman', 'heading-level': '9', theme: 'auto', lang: 'xx' };
    assert.match(htmlOf(snippetFor({ attributes })), /<customs-duty-list agency="gacc">/);
  });

  it('keeps the hash away from pages of file:, which could not ask for it', () => {
    const code = htmlOf(snippetFor({ form: 'offline', attributes: { lang: 'en' } }));
    assert.doesNotMatch(code, /integrity|crossorigin|module/);
    assert.match(
      code,
      /^<script defer src="cdn\/gacc\/en\.js"><\/script>\n<script defer src="cdn\/strings\/en\.js">/,
    );
  });

  it('names the inline styles of a rendered element by the hash of its file', () => {
    const policyOf = (form) => snippetFor({ form }).policy;
    assert.ok(
      policyOf('server').includes(`style-src 'self' '${files['duty-list.css'].integrity}';`),
    );
    assert.ok(policyOf('html').includes(`style-src 'self' '${files['plain.css'].integrity}';`));
    assert.doesNotMatch(policyOf('html'), /script-src|connect-src/);
  });

  it('says what is missing instead of being wrong', () => {
    const problemOf = (wanted, agency) => snippetFor(wanted, agency).problem;
    const box = { widget: 'comment-box' };
    assert.equal(problemOf({ data: 'json' }), 'json');
    assert.equal(problemOf({ data: 'src' }), 'src');
    assert.equal(
      problemOf({ data: 'src', form: 'server', attributes: { src: 'a.json' } }),
      'unread',
    );
    assert.equal(
      problemOf({ data: 'src', form: 'offline', attributes: { src: 'a.json' } }),
      'offlineSrc',
    );
    assert.equal(problemOf({ data: 'json', form: 'frame' }, { name: 'A' }), 'frameJson');
    assert.equal(problemOf(box), 'endpoint');
    assert.equal(problemOf({ ...box, attributes: { endpoint: '/c' } }), 'site');
    const { thread: _, ...rest } = SERVICE;
    assert.equal(problemOf({ ...box, form: 'frame', attributes: rest }), 'thread');
  });

  it('asks a frame for the element, and sizes one of another site', () => {
    const made = snippetFor({
      widget: 'profile-card',
      form: 'frame',
      folder: 'https://static.example.org/w/',
      attributes: { qr: 'none', url: 'https://a.example/', elder: true, lang: 'en' },
    });
    assert.match(
      htmlOf(made),
      /^<iframe src="https:\/\/static\.example\.org\/w\/frame\.html\?widget=profile-card&amp;agency=gacc&amp;qr=none&amp;lang=en&amp;elder" title="General Administration[^"]+" width="100%" height="600" loading="lazy"><\/iframe>\n<script defer src="frame-host\.js"><\/script>$/,
    );
    assert.match(made.policy, /script-src 'self'.*frame-src https:\/\/static\.example\.org$/);
    assert.deepEqual(made.notes, ['frameHost', 'frameDropped']);
  });
});

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'customs-command-'));
  it('prints the HTML of the snippet, for every element', () => {
    try {
      const agency = { lang: 'zh-Hans', name: 'A', duties: { items: [{ id: 'a', title: '<b>' }] } };
      writeFileSync(join(folder, 'agency.json'), JSON.stringify(agency));
      const cases = [
        { widget: 'profile-card', attributes: { qr: 'none' } },
        { widget: 'duty-list', attributes: { filter: true, lang: 'en' } },
        { widget: 'rank-ladder', styles: 'files', attributes: { 'heading-level': '3' } },
        { widget: 'link-list', prefix: 'police', attributes: { trusted: '-a.cn b.cn' } },
        { widget: 'comment-box', attributes: { ...SERVICE, site: "it's" } },
        { widget: 'duty-list', data: 'json' },
      ];
      for (const wanted of cases) {
        for (const form of ['server', 'html']) {
          const made = snippetFor({ ...wanted, form }, wanted.data && agency);
          const [html, { code }] = made.parts;
          assert.match(code, /^npx customs-widgets render /);
          const command = `"${process.execPath}" "${join(root, 'dist/render/command.js')}"`;
          const printed = execFileSync(
            '/bin/sh',
            ['-c', code.replace('npx customs-widgets', command)],
            { cwd: folder, encoding: 'utf8' },
          ).trimEnd();
          assert.ok(html.code.endsWith(printed), `${code}\n${printed.slice(0, 300)}`);
          assert.ok(printed.length > 40);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('render', () => {
  it('writes comments as plain HTML by the link to their form, inside an element too', () => {
    const html = facts().render('comment-box', { attributes: SERVICE, fallback: 'plain' });
    assert.match(
      html,
      /^<customs-comment-box [^>]+><a href="[^"]+\/threads\/guide-7\/form">发表评论<\/a></,
    );
  });
});

describe('the address of the page', () => {
  const widgets = [...elements.keys()];

  it('holds every choice and gives it back', () => {
    const choices = choose({
      widget: 'comment-box',
      prefix: 'police',
      form: 'frame',
      page: 'en',
      folder: 'https://a.example/?b&c/',
      attributes: { ...SERVICE, thread: 'a&b=c#d', 'hide-when-empty': true },
    });
    assert.deepEqual(fromAddress(toAddress(choices), widgets), choices);
    assert.equal(toAddress(choose()), '');
  });

  it('never holds the JSON, and takes nothing that is not offered', () => {
    assert.doesNotMatch(toAddress(choose({ data: 'json', json: '{"name":"secret"}' })), /secret/);
    const wild = '?widget=script&form=__proto__&json=x&data-__proto__=y&page=fr&constructor=z';
    assert.deepEqual(fromAddress(wild, widgets), choose());
  });

  it('keeps what was chosen for another element', () => {
    const box = change(choose({ widget: 'comment-box' }), { attributes: SERVICE });
    const back = change(change(box, { widget: 'duty-list' }), { widget: 'comment-box' });
    assert.deepEqual(back.attributes, SERVICE);
  });
});

describe('the options', () => {
  it('are all attributes of the manifest; a new one appears by itself', () => {
    const copy = structuredClone(manifest);
    const declared = copy.modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'customs-duty-list');
    declared.attributes.push(
      {
        name: 'density',
        type: { text: "'loose' | 'tight'" },
        default: "'loose'",
        description: 'D',
      },
      { name: 'most', type: { text: 'number' }, default: '5', description: 'Items, 1 to 20.' },
    );
    const made = readElements(copy, ['zh-Hans', 'en']).get('duty-list');
    assert.deepEqual(
      made.attributes.filter(({ group }) => group === 'own').map(({ name, kind }) => [name, kind]),
      [
        ['filter', 'flag'],
        ['numbering', 'choice'],
        ['density', 'choice'],
        ['most', 'number'],
      ],
    );
    const wanted = choose({ attributes: { density: 'tight', most: '21' } });
    assert.deepEqual(attributesToWrite(made, wanted), [
      ['agency', 'gacc'],
      ['density', 'tight'],
    ]);
  });

  it('are there for every element, in the order of the table', () => {
    assert.deepEqual([...elements.keys()], ELEMENT_NAMES);
    for (const form of FORMS) {
      for (const widget of elements.keys()) {
        const made = snippetFor({ widget, form, attributes: SERVICE });
        assert.ok(made.problem || made.parts.every(({ code }) => code.length > 10), form);
      }
    }
    assert.equal(facts().elements, elements);
  });
});

describe('the check of JSON', () => {
  const check = (text) => checkJson(text, parse);

  it('tells line and column of what is no JSON', () => {
    const places = {
      '{"a": 1,\n "b": }': [2, 7],
      '{"a": 1\n "b": 2}': [2, 2],
      '[1, 2,]': [1, 7],
      '{"a": tru}': [1, 7],
      '{"a": 1}\n x': [2, 2],
      "{'a': 1}": [1, 2],
      '{"a": "b\n"}': [1, 7],
    };
    for (const [text, [line, column]] of Object.entries(places)) {
      assert.throws(() => JSON.parse(text));
      const [found] = check(text).problems;
      assert.deepEqual([found.code, found.line, found.column], ['syntax', line, column], text);
    }
    assert.equal(check('{"a": [1').problems[0].code, 'end');
    assert.deepEqual(check('  \n'), { problems: [] });
  });

  it('accepts what JSON.parse accepts', () => {
    const texts = ['"\\u0041\\n"', '-0.5e+3', '[]', '{}', '[{"a":[null,true,false]},""]', ' 1 '];
    for (const text of texts) {
      const { problems } = check(text);
      assert.ok(
        problems.every(({ code }) => code !== 'syntax' && code !== 'end'),
        text,
      );
    }
  });

  it('tells where each problem of the data is, by pointer and line', () => {
    const text =
      '{\n "lang": "zh-Hans",\n "name": "A",\n "duties": { "items": [\n  {"id": "a", "title": 3},\n  {"id": "b"}\n ]}\n}';
    assert.deepEqual(
      check(text).problems.map(({ code, pointer, line }) => [code, pointer, line]),
      [
        ['format', '/duties/items/0/title', 5],
        ['missing', '/duties/items/1/title', 6],
      ],
    );
    assert.deepEqual(check('{"lang":"en","name":"A"}').agency, { lang: 'en', name: 'A' });
  });

  it('reads files of old systems, too', async () => {
    const gbk = new Blob([new Uint8Array([0x22, 0xba, 0xa3, 0xb9, 0xd8, 0x22])]);
    assert.equal(await readText(gbk), '"海关"');
    assert.equal(await readText(new Blob(['\uFEFF"海关"'])), '"海关"');
  });
});
