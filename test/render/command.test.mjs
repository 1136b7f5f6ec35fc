/* npx customs-widgets, and its output. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unpack } from '../package/unpack.mjs';
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { rendering } from './rendering.mjs';

let tarball;
let command;
let commandIn;
let render;
before(async () => {
  tarball = unpack();
  ({ command, commandIn, render } = await rendering(join(tarball.folder, 'dist')));
});
after(() => tarball.remove());

const json = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

/** Text without tags. */
const textOf = (html) =>
  html
    .replace(/<style>[^]*?<\/style>|<!--[^]*?-->|<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** Writes a file into the folder of the package, and returns its path. */
function file(name, content) {
  const path = join(tarball.folder, name);
  writeFileSync(
    path,
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );
  return path;
}

describe('render', () => {
  const data = { lang: 'en', name: 'Police', duties: { items: [{ id: 'a', title: 'Order' }] } };
  for (const [wrong, options, message] of [
    ['an attribute among the options', { data, filter: true }, /attributes: \{ "filter": … \}/],
    ['an unknown format', { data, format: 'pdf' }, /no format "pdf"; use shadow or html/],
    ['styles that are no text', { data, styles: true }, /"styles" has to be a text/],
    ['a language that is no text', { data, lang: 5 }, /"lang" has to be a text/],
    ['JSON that nobody parsed', { data: JSON.stringify(data) }, /JSON\.parse/],
    ['a promise', { data: Promise.resolve(data) }, /await it/],
    ['no options', null, /takes an object of options/],
  ]) {
    it(`says what to do about ${wrong}`, () => {
      assert.throws(() => render('duty-list', options), { message });
    });
  }
});

describe('customs-widgets render', () => {
  for (const lang of ['zh-Hans', 'en']) {
    for (const format of ['shadow', 'html']) {
      it(`prints every duty in ${lang} as ${format}`, async () => {
        const { code, stdout, stderr } = await command(
          ...['render', 'duty-list', '--agency', 'gacc', '--lang', lang, '--format', format],
        );
        assert.deepEqual([code, stderr], [0, '']);
        const text = textOf(stdout);
        const { items } = json(`src/agency/gacc/${lang}.json`).duties;
        assert.equal(items.length, 13);
        for (const { title, text: rest = '' } of items) {
          assert.ok(text.includes(title) && text.includes(rest), title);
        }
        assert.ok(text.includes(lang === 'en' ? 'Main duties' : '主要职能'));
        assert.equal(stdout.includes('<style>'), format === 'shadow', 'complete, and valid');
        assert.equal(stdout.includes('shadowrootmode="open"'), format === 'shadow');
      });
    }
  }

  it('prints every element, the same as the API', async () => {
    for (const element of AGENCY_ELEMENTS) {
      const { stdout } = await command('render', element);
      assert.equal(stdout, `${render(element)}\n`);
      assert.match(stdout, new RegExp(`^<customs-${element} agency="gacc" lang="zh-Hans">`));
    }
  });

  it('prints positions, conferral and promotion of the ranks as a table of plain HTML', async () => {
    const { stdout } = await command('render', 'rank-ladder', '--format', 'html', '--lang', 'en');
    assert.match(stdout, /<th scope="col">Position<\/th>/);
    assert.match(
      textOf(stdout),
      /Customs Commissioner-General Art\. 7 .*Premier of the State Council Art\. 11/,
    );
    assert.doesNotMatch(stdout, /<!--|<slot|class="(?!customs-plain)|part=/);
    assert.match(stdout, /<span>Head, bureau level +<\/span><br><span>Deputy head/);
    const text = textOf(stdout);
    assert.ok(
      text.includes('This is an unofficial translation'),
      'what every translation has to say',
    );
    assert.match(text, /\* .*composed/);
  });

  it('takes the attributes of the element as options', async () => {
    const { stdout } = await command(
      ...['render', 'duty-list', '--filter', '--numbering', 'decimal', '--heading-level', '4'],
    );
    const tag = stdout.slice(0, stdout.indexOf('>'));
    for (const written of [' filter ', ' numbering="decimal"', ' heading-level="4"']) {
      assert.ok(tag.includes(written), tag);
    }
    assert.match(stdout, /type="search"/);
    assert.match(stdout, /<h4 class="heading"/);
    assert.match(textOf(stdout), / 1\. /);
  });

  it('shows your own agency, with the data for the script beside it', async () => {
    const data = {
      lang: 'zh',
      name: '甲<b>&"局',
      duties: { items: [{ id: 'a', title: '</script>一' }] },
    };
    const { stdout } = await command('render', 'duty-list', '--data', file('own.json', data));
    assert.match(stdout, /&lt;\/script&gt;一/);
    const inside = stdout.match(/<script type="application\/json">(.*)<\/script>/)[1];
    assert.deepEqual(JSON.parse(inside), data);
    assert.doesNotMatch(inside, /</);
  });

  it('leaves the data out where src leads to it', async () => {
    const path = file('src.json', {
      lang: 'zh',
      name: '甲',
      links: [{ label: '乙', url: 'https://a.example/' }],
    });
    const { stdout } = await command(
      'render',
      'link-list',
      '--data',
      path,
      '--src',
      '/agency.json',
    );
    assert.match(stdout, /^<customs-link-list src="\/agency.json" lang="zh">/);
    assert.doesNotMatch(stdout, /<script/);
    assert.match(textOf(stdout), /乙/);
  });

  it('links to the style sheets, allows them by a nonce, or leaves them to the page', async () => {
    const styled = async (...args) => (await command('render', 'link-list', ...args)).stdout;
    assert.match(
      await styled('--styles', '/cdn'),
      /<link rel="stylesheet" href="\/cdn\/link-list.css">/,
    );
    assert.match(await styled('--styles', '/cdn/', '--format', 'html'), /href="\/cdn\/plain.css"/);
    assert.match(await styled('--nonce', 'abc"'), /<style nonce="abc&quot;">/);
    assert.doesNotMatch(await styled('--styles', 'none'), /<style|<link/);
  });

  it('prints the same style sheets that lie in dist/cdn', async () => {
    for (const element of AGENCY_ELEMENTS) {
      const { stdout } = await command('styles', element);
      const published = readFileSync(join(tarball.folder, `dist/cdn/${element}.css`), 'utf8');
      assert.equal(stdout, `${published}\n`);
      assert.ok(
        render(element).includes(`<style>${published}</style>`),
        'the hash of the file is that of the style',
      );
    }
  });

  it('writes another prefix, a fallback, and plain HTML as the fallback', async () => {
    const { stdout } = await command(
      ...['render', 'link-list', '--prefix', 'police', '--fallback', '<p>替代</p>'],
    );
    assert.match(stdout, /^<police-link-list [^]*<\/template><p>替代<\/p><\/police-link-list>\n$/);
    const plain = await command('render', 'link-list', '--fallback', 'plain');
    assert.match(plain.stdout, /<\/template><section class="customs-plain"[^]*<ul>\s*<li>/);
  });

  it('prints a link to the form of the service for comments', async () => {
    const { stdout } = await command(
      ...[
        'render',
        'comment-box',
        '--endpoint',
        '/c/',
        '--site',
        'a&b',
        '--thread',
        'x/y',
        '--lang',
        'en',
      ],
    );
    assert.equal(
      stdout,
      '<customs-comment-box endpoint="/c/" site="a&amp;b" thread="x/y" lang="en"><a href="/c/v1/sites/a%26b/threads/x%2Fy/form">Post a comment</a></customs-comment-box>\n',
    );
  });

  for (const [name, args, message] of [
    ['an unknown command', ['draw'], /no command "draw"[^]*customs-widgets render/],
    [
      'an unknown element',
      ['render', 'duty-lst'],
      /no element "duty-lst"; use profile-card, duty-list/,
    ],
    ['no element', ['render'], /no element ""; use/],
    ['an unknown option', ['render', 'duty-list', '--fliter'], /--fliter/],
    [
      'an attribute of another element',
      ['render', 'link-list', '--numbering', 'none'],
      /--numbering/,
    ],
    [
      'inline styles in plain HTML',
      ['render', 'duty-list', '--format', 'html', '--styles', 'inline'],
      /only in the head[^]*customs-widgets styles <element> --format html/,
    ],
    ['an unknown format', ['render', 'duty-list', '--format', 'pdf'], /"pdf"; use shadow or html/],
    [
      'an unknown agency',
      ['render', 'duty-list', '--agency', 'nasa'],
      /no agency "nasa"; use gacc/,
    ],
    [
      'a file that is not there',
      ['render', 'duty-list', '--data', 'missing.json'],
      /missing\.json cannot be opened/,
    ],
    [
      'a prefix that is no name',
      ['render', 'duty-list', '--prefix', 'x><img '],
      /prefix "x><img " is not/,
    ],
    [
      'a script as the address',
      ['render', 'comment-box', '--endpoint', 'javascript:a', '--site', 'a', '--thread', 'b'],
      /http or https/,
    ],
    ['a word too many', ['render', 'duty-list', 'extra'], /"extra" is one word too many/],
    ['src without the data', ['render', 'duty-list', '--src', '/a.json'], /With src, give/],
  ]) {
    it(`explains ${name} and ends with 2`, async () => {
      const { code, stdout, stderr } = await command(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
    });
  }

  it('names every problem of the data by its place', async () => {
    const path = file('wrong.json', { lang: 'zh', name: '甲', duties: { items: [{ id: 'A' }] } });
    const { code, stderr } = await command('render', 'duty-list', '--data', path);
    assert.equal(code, 2);
    assert.match(stderr, /第 1 项职能的标识“A”.*\(\/duties\/items\/0\/id\)/);
    assert.match(stderr, /第 1 项职能缺少内容/);
  });

  it('says where JSON is broken', async () => {
    const { code, stderr } = await command('render', 'duty-list', '--data', file('bad.json', '{'));
    assert.equal(code, 2);
    assert.match(stderr, /bad\.json: Line 1, column 2: unfinished/);
    const chinese = await commandIn('zh_CN.UTF-8')(
      ...['render', 'duty-list', '--data', file('quotes.json', '{"name":“甲”}')],
    );
    assert.match(chinese.stderr, /^quotes\.json：第 1 行第 9 列是中文引号/);
  });

  it('reads data that was saved in GBK or UTF-16, and refuses what is no text or no agency', async () => {
    const render = (path) => command('render', 'profile-card', '--format', 'html', '--data', path);
    // {"name":"甲局"}
    const gbk = Buffer.from('7b226e616d65223a22bcd7bed6227d', 'hex');
    const utf16 = Buffer.from('\uFEFF{"name":"甲局"}', 'utf16le');
    for (const bytes of [gbk, utf16]) {
      assert.match((await render(file('saved.json', bytes))).stdout, /<h2>甲局<\/h2>/);
    }
    const picture = file('picture.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]));
    assert.match((await render(picture)).stderr, /picture\.json is in no known encoding/);
    const nothing = await render(file('null.json', 'null'));
    assert.deepEqual([nothing.code, nothing.stdout], [2, ''], 'not the built-in agency');
    assert.match(nothing.stderr, /The data has to be an object/);
  });

  it('takes attributes as templates give them, and lang among them', () => {
    const html = render('duty-list', {
      attributes: { filter: undefined, numbering: null, agency: false, lang: 'en' },
    });
    assert.match(
      html,
      /^<customs-duty-list lang="en" agency="gacc">|^<customs-duty-list agency="gacc" lang="en">/,
    );
    assert.match(html, /Main duties/);
    assert.doesNotMatch(html, /type="search"/);
  });

  it('refuses data and names of another kind with a reason', () => {
    for (const args of [
      ['duty-list', { data: 'x' }],
      ['duty-list', { data: null }],
      [undefined],
      ['duty-lst'],
    ]) {
      assert.throws(
        () => render(...args),
        ({ problems }) => problems.length === 1,
      );
    }
  });

  it('names the element in warnings', async () => {
    const { stderr } = await command('render', 'duty-list', '--heading-level', '9');
    assert.match(stderr, /<customs-duty-list>: heading-level="9" is not accepted/);
  });

  it('gives no identifier twice: a fallback has none', () => {
    assert.doesNotMatch(render('duty-list', { fallback: 'plain' }).split('</template>')[1], / id=/);
    assert.match(render('duty-list', { format: 'html' }), /<li id="duty-1">/);
  });

  it('explains itself, in Chinese where that is asked for', async () => {
    const { code, stdout } = await command('--help');
    assert.equal(code, 0);
    assert.match(stdout, /render <element>[^]*--format/);
    const chinese = await command('--help', '--lang', 'zh-Hans');
    assert.match(chinese.stdout, /render <组件>[^]*--format <格式>/);
    assert.equal((await command('--help', '--lang=zh-Hans')).stdout, chinese.stdout);
    const options = (text) => text.match(/^ {2}--[\w-]+/gm);
    assert.deepEqual(options(chinese.stdout), options(stdout));
  });

  it('speaks the language of the terminal when it refuses', async () => {
    const { code, stderr } = await commandIn('zh_CN.UTF-8')('draw', '--lang', 'en');
    assert.equal(code, 2);
    assert.match(stderr, /没有命令“draw”/);
  });
});

describe('customs-widgets json-ld', () => {
  it('refuses what is no agency', async () => {
    const path = file('address.json', { lang: 'zh', name: '甲', url: 'javascript:alert(1)' });
    const { code, stderr } = await command('json-ld', '--data', path);
    assert.equal(code, 2);
    assert.match(stderr, /官方网站“javascript:alert\(1\)”不是网站的地址/);
  });

  it('prints the agency as a GovernmentOrganization of schema.org', async () => {
    const { stdout } = await command('json-ld', '--lang', 'en');
    const data = JSON.parse(
      stdout.match(/^<script type="application\/ld\+json">(.*)<\/script>\n$/)[1],
    );
    assert.deepEqual(Object.keys(data), ['@context', '@type', '@id', 'name', 'url', 'description']);
    assert.equal(data['@type'], 'GovernmentOrganization');
    assert.equal(data.url, 'http://www.customs.gov.cn/');
    assert.match(data.name, /General Administration of Customs/);
  });
});
