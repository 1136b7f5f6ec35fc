/* The page doctor on content, files, placeholders and threads that are not what an element needs. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script, shown } from './site.mjs';

const ALL = 'cdn/customs-widgets.js';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const examine = (page) =>
  page.evaluate(async () =>
    (await window.CustomsWidgets.diagnose()).findings.map(({ code, message, element }) => ({
      code,
      message,
      tag: element?.localName,
    })),
  );

async function findingsIn(body, { lang, ...options } = {}) {
  const { page } = await site.open(document(script(ALL), body, lang), options);
  const findings = await examine(page);
  await page.close();
  return findings;
}

const codes = (findings) => findings.map(({ code }) => code);

describe('the page doctor, for files of another kind,', () => {
  const AGENCY = { name: '青川县教育局', duties: ['一、负责教育。'] };
  const FILES = {
    'login.json': [
      '<!doctype html><title>登录</title>',
      /网页（可能是登录页/,
      /a web page, perhaps/,
    ],
    'map.json': [
      JSON.stringify({ type: 'FeatureCollection', features: [] }),
      /地图数据（GeoJSON）/,
      /map data \(GeoJSON\)/,
    ],
    'answer.json': [
      JSON.stringify({ code: 200, data: AGENCY }),
      /机构资料在它的“data”里/,
      /the agency in its “data”/,
    ],
    'list.json': [JSON.stringify([AGENCY]), /一个列表/, /a list/],
    'schema.json': [
      JSON.stringify({ $schema: 'https://json-schema.org/', properties: {} }),
      /格式说明/,
      /a JSON Schema/,
    ],
    'comments.json': [JSON.stringify({ comments: [] }), /评论/, /comments/],
    'pack.js': ['!function (value) {}({})', /脚本/, /a script/],
    'feed.xml': ['<?xml version="1.0"?><rss/>', /XML/, /XML/],
    'logo.png': [Buffer.from('89504e470d0a1a0a', 'hex'), /图片/, /a picture/],
    'duties.pdf': ['%PDF-1.7 ', /PDF/, /PDF/],
    'duties.docx': [Buffer.from('504b030414000600', 'hex'), /Word/, /Word/],
  };
  const lists = Object.keys(FILES)
    .map((name) => `<customs-duty-list src="files/${name}"></customs-duty-list>`)
    .join('');
  for (const [lang, column] of [
    ['zh', 1],
    ['en', 2],
  ]) {
    it(`says what each is, instead of what JSON it lacks (${lang})`, async () => {
      for (const [name, [body]] of Object.entries(FILES)) site.publish(`/files/${name}`, body);
      const findings = await findingsIn(lists, { lang });
      assert.deepEqual(
        codes(findings),
        Object.keys(FILES).map(() => 'file'),
      );
      for (const [index, [name, row]] of Object.entries(FILES).entries()) {
        assert.ok(findings[index].message.startsWith(`/files/${name} `), findings[index].message);
        assert.match(findings[index].message, row[column]);
      }
    });
  }

  it('tells a file in another encoding, once, and none in UTF-8 or from a pack', async () => {
    const text = Buffer.concat([
      Buffer.from('{"name":"'),
      Buffer.from([0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6]),
      Buffer.from('","duties":["'),
      Buffer.from([0xbd, 0xcc, 0xd3, 0xfd]),
      Buffer.from('"]}'),
    ]);
    site.publish('/gbk.json', text, 'application/json');
    site.publish('/utf8.json', JSON.stringify({ name: '教育局', duties: ['教育'] }));
    const list = (file) => `<customs-duty-list src="${file}"></customs-duty-list>`;
    const findings = await findingsIn(list('gbk.json') + list('gbk.json') + list('utf8.json'));
    assert.deepEqual(codes(findings), ['file-encoding']);
    assert.match(findings[0].message, /\/gbk\.json 不是 UTF-8，已按 GBK 读出/);
    const english = await findingsIn(list('gbk.json'), { lang: 'en' });
    assert.match(english[0].message, /\/gbk\.json is not in UTF-8; it was read as GBK/);
  });
});

describe('the page doctor, for content of another kind,', () => {
  it('finds links where duties or ranks belong, and pictures of words', async () => {
    const links = '<ul><li><a href="/a">甲局</a></li><li><a href="/b">乙局</a></li></ul>';
    const body = `<customs-duty-list>${links}</customs-duty-list>
      <customs-rank-ladder>${links}</customs-rank-ladder>
      <customs-profile-card><img src="data:," alt="职能图"></customs-profile-card>`;
    const findings = (await findingsIn(body)).filter(({ code }) => code !== 'page-name');
    assert.deepEqual(
      findings.map(({ code, tag }) => [code, tag]),
      [
        ['pictures', 'customs-profile-card'],
        ['links', 'customs-duty-list'],
        ['links', 'customs-rank-ladder'],
      ],
    );
    assert.match(findings[1].message, /却按职能显示；是否应为 <customs-link-list>/);
    const english = await findingsIn(body, { lang: 'en' });
    assert.match(english[1].message, /shows them as duties; is <customs-link-list> meant/);
  });

  it('finds nothing in duties that are links, or in links beside data', async () => {
    const duties =
      '<ul><li><a href="/a">一、负责甲。</a></li><li><a href="/b">二、负责乙。</a></li></ul>';
    const links = '<ul><li><a href="/a">甲局</a></li><li><a href="/b">乙局</a></li></ul>';
    const body = `<customs-duty-list>${duties}</customs-duty-list>
      <customs-rank-ladder agency="gacc">${links}</customs-rank-ladder>`;
    assert.ok(!codes(await findingsIn(body)).includes('links'));
  });

  it('survives addresses that are none', async () => {
    const body = `<customs-duty-list src="http://"></customs-duty-list>
      <customs-comment-box endpoint="http://"></customs-comment-box>`;
    assert.ok(codes(await findingsIn(body)).includes('data'));
  });
});

describe('the page doctor, for placeholders that a page empties,', () => {
  it('says so, in both languages', async () => {
    const div = '<div data-customs-widget="duty-list" data-agency="gacc"></div>';
    for (const [lang, words] of [
      ['zh', /duty-list" 里的元素被网页的脚本删掉了.*data-turbo-permanent/],
      ['en', /removed the element from data-customs-widget="duty-list".*data-turbo-permanent/],
    ]) {
      const { page } = await site.open(document(script(ALL), div, lang));
      await shown(page, 'customs-duty-list');
      await page.evaluate(() => {
        const place = window.document.querySelector('div');
        new MutationObserver(() => place.replaceChildren()).observe(place, { childList: true });
        place.replaceChildren();
      });
      const [finding, ...others] = await examine(page);
      assert.deepEqual([finding.code, finding.tag, others], ['emptied', 'div', []]);
      assert.match(finding.message, words);
      await page.close();
    }
  });
});

describe('the page doctor, for comments of another page,', () => {
  const BOX = '<customs-comment-box endpoint="/comments" site="a"></customs-comment-box>';
  const thread = (findings) => findings.filter(({ code }) => code.startsWith('thread'));

  it('has nothing to say of a box that stays when an application goes on', async () => {
    const { page } = await site.open(document(script(ALL), BOX));
    await page.waitForSelector('customs-comment-box >>> .frame');
    await page.evaluate(() => history.pushState(null, '', '/guide/8'));
    assert.deepEqual(thread(await examine(page)), []);
    for (const path of ['/guide/8/', 'https://example.gov.cn/%67uide/8/index.html', 'guide-7']) {
      await page.$eval('customs-comment-box', (box, path) => (box.thread = path), path);
      assert.deepEqual(thread(await examine(page)), []);
    }
    for (const [lang, words] of [
      ['zh', /评论属于网页 \/guide\/7，而现在的网页是 \/guide\/8/],
      ['en', /The comments belong to \/guide\/7, but the page is \/guide\/8/],
    ]) {
      await page.evaluate((lang) => {
        window.document.documentElement.lang = lang;
        window.document.querySelector('customs-comment-box').thread = '/guide/7';
      }, lang);
      const [finding] = thread(await examine(page));
      assert.match(finding.message, words);
    }
    await page.close();
  });

  it('finds a thread that was copied from another page, and one that forgets the query', async () => {
    const copied = BOX.replace('site=', 'thread="/guide/7/" site=');
    const [finding] = thread(await findingsIn(copied));
    assert.deepEqual([finding.code, /\/guide\/7\//.test(finding.message)], ['thread', true]);
    const [query] = thread(await findingsIn(BOX, { search: '?id=7&customs-debug' }));
    assert.equal(query.code, 'thread-query');
    assert.match(query.message, /不看 \?id=7；/);
    assert.deepEqual(thread(await findingsIn(BOX, { search: '?customs-debug' })), []);
  });
});
