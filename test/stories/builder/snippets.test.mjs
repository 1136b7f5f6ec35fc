/* The text of the snippets, without a browser. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { versioned } from '../../../.tools/published-files.mjs';
import { htmlOf, readJson, snippetFor } from './pasting.mjs';

const SERVICE = { endpoint: '/comments', site: 'agency', thread: 'guide-7' };
const { files, version } = readJson('dist/cdn/integrity.json');

describe('a snippet', () => {
  it('is exactly this: the version, the script with its hash, the element, its fallback', () => {
    const { parts, policy, notes } = snippetFor({ attributes: { filter: true } });
    assert.deepEqual(parts, [
      {
        kind: 'html',
        code: `<!-- customs-widgets ${version} -->
<script type="module" src="customs-widgets/${versioned('duty-list.js')}" integrity="${files['duty-list.js'].integrity}" crossorigin></script>

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
    const file = versioned('customs-widgets.classic.js');
    const { integrity } = files[file];
    assert.ok(
      code.includes(
        `<script defer src="/w/${file}" integrity="${integrity}" crossorigin></script>`,
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
    assert.ok(folder.includes(`src="a&quot;b&lt;c&amp;d/${versioned('duty-list.js')}"`), folder);
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
      /^<script defer src="customs-widgets\/gacc\/en\.js"><\/script>\n<script defer src="customs-widgets\/strings\/en\.js">/,
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

  it('writes the colour and addresses of the page into the address of a frame', () => {
    const made = snippetFor({
      form: 'frame',
      folder: 'w/',
      brand: '#A61B29',
      data: 'src',
      attributes: { src: 'data/agency.json' },
    });
    assert.match(
      htmlOf(made),
      /src="w\/frame\.html\?widget=duty-list&amp;src=data%2Fagency\.json&amp;color-accent=%23a61b29&amp;color-on-accent=%23ffffff&amp;color-focus=%23[\da-f]{6}" title="/,
    );
    const dark = { form: 'frame', brand: '#a61b29', attributes: { theme: 'dark' } };
    assert.doesNotMatch(htmlOf(snippetFor(dark)), /color-accent=%23a61b29/);
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
