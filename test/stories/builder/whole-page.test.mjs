/* A whole page: what is in it, and what a visitor sees once it is uploaded. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { moved, toggled } from './sources.mjs';
import { elements, openSite, pageFor, visibleText, waitForText, watch } from './pasting.mjs';

/** As a webmaster writes it: the shortest form, with an address on the same site. */
const AGENCY = {
  name: '示例县“档案”局 <办>',
  summary: '示例县档案局是县政府工作部门。负责全县档案工作。',
  duties: ['接收档案。'],
  links: [
    { label: '示例县政府', url: 'https://www.example.org/' },
    { label: '办事指南', url: 'guide.html' },
  ],
};
const SHOWS = 'profile-card,duty-list,link-list';
const own = (more = {}) => pageFor({ data: 'json', shows: SHOWS, ...more }, AGENCY);
const fileOf = ({ files }, name) => files.find((file) => file.name === name)?.code;
/** A page whose data is on another site, which the builder cannot read. */
const elsewhere = () =>
  pageFor({ data: 'src', shows: SHOWS, attributes: { src: 'https://a.example/a.json' } });
const count = (text, pattern) => [...text.matchAll(pattern)].length;

describe('a whole page', () => {
  it('is a complete document with one script, whose elements share one file', () => {
    const page = own();
    assert.deepEqual(
      page.files.map(({ name }) => name),
      ['agency.json', 'index.html', 'customs-theme.css'],
    );
    const html = fileOf(page, 'index.html');
    assert.match(
      html,
      /^<!doctype html>\n<html lang="zh-Hans">\n<head>\n {2}<meta charset="utf-8">\n {2}<meta name="viewport"/,
    );
    assert.ok(html.includes('<title>示例县“档案”局 &lt;办&gt;</title>'));
    assert.ok(html.includes('<meta name="description" content="示例县档案局是县政府工作部门。'));
    assert.equal(count(html, /<script/g), 1);
    assert.match(html, /src="customs-widgets\/agency-[\d.]+\.js" integrity="sha384-/);
    assert.equal(count(html, /<customs-[a-z-]+ src="agency\.json"/g), 3);
    assert.doesNotMatch(html, /style=|<style/);
    assert.deepEqual(JSON.parse(fileOf(page, 'agency.json')), AGENCY);
  });

  it('has the elements that were ticked, in their order', () => {
    const html = fileOf(own({ shows: 'link-list,duty-list' }), 'index.html');
    assert.ok(html.indexOf('<customs-link-list') < html.indexOf('<customs-duty-list'));
    assert.doesNotMatch(html, /profile-card/);
    assert.match(html, /<main>\n<h1>示例县/);
    assert.equal(own({ shows: '' }).problem, 'nothingShown');
    assert.equal(pageFor({ data: 'json' }).problem, 'json');
    assert.equal(pageFor({ data: 'editor' }).problem, 'editor');
  });

  it('has no empty part, whose gap would show: what the data lacks is left out, or hidden if nobody knows', () => {
    const ranks = /customs-rank-ladder/;
    assert.doesNotMatch(fileOf(own({ shows: `rank-ladder,${SHOWS}` }), 'index.html'), ranks);
    assert.doesNotMatch(fileOf(own(), 'index.html'), /hide-when-empty/);
    assert.equal(own({ shows: 'rank-ladder' }).problem, 'nothingShown');
    const html = fileOf(elsewhere(), 'index.html');
    assert.equal(count(html, /src="https:\/\/a\.example\/a\.json" hide-when-empty/g), 3);
  });

  it('shows the overview, if it is more than the summary', () => {
    const cardOf = (overview) =>
      /<customs-profile-card[^>]*>/.exec(
        fileOf(pageFor({ data: 'json', shows: SHOWS }, { ...AGENCY, overview }), 'index.html'),
      )[0];
    assert.match(cardOf(['概况。', '沿革。']), / variant="full"/);
    assert.doesNotMatch(cardOf([AGENCY.summary]), /variant/);
    assert.doesNotMatch(cardOf(undefined), /variant/);
  });

  it('is there without comments that nobody keeps, and says what they lack', () => {
    const page = own({ shows: 'duty-list,comment-box' });
    assert.deepEqual(page.leftOut, ['endpoint']);
    assert.match(fileOf(page, 'index.html'), /<customs-duty-list/);
    assert.doesNotMatch(fileOf(page, 'index.html'), /comment-box/);
    assert.equal(own({ shows: 'comment-box' }).problem, 'endpoint');
    const attributes = { endpoint: '/comments', site: 'a' };
    assert.deepEqual(own({ shows: 'duty-list,comment-box', attributes }).leftOut, []);
  });

  it('holds each part of the data once, if it is in the page', () => {
    const page = own({ place: 'inside' });
    const html = fileOf(page, 'index.html');
    assert.equal(fileOf(page, 'agency.json'), undefined);
    const blocks = [...html.matchAll(/<script type="application\/json">([^]*?)<\/script>/g)];
    const members = blocks.map(([, json]) => Object.keys(JSON.parse(json)).join());
    assert.deepEqual(members, ['name,summary', 'name,duties', 'name,links']);
  });

  it('loads the smallest script that has all of it', () => {
    const scriptOf = (shows, more) =>
      /src="cdn\/([a-z-]+)-\d/.exec(
        fileOf(own({ shows, folder: 'cdn', ...more }), 'index.html'),
      )[1];
    assert.equal(scriptOf('duty-list'), 'duty-list');
    assert.equal(scriptOf(SHOWS), 'agency');
    const attributes = { endpoint: '/comments', site: 'a' };
    assert.equal(scriptOf('duty-list,comment-box', { attributes }), 'customs-widgets');
  });

  it('gives an editor of a CMS the content alone, as placeholders or as plain HTML', () => {
    const [head, place] = own({ form: 'placeholder' }).fragments;
    assert.match(head.code, /^<!-- .*\n<script type="module"/);
    assert.equal(count(place.code, /<div data-customs-widget=/g), 3);
    const plain = own({ form: 'html' });
    const [styles, content] = plain.fragments;
    assert.match(styles.code, /^<style>[^<]+<\/style>$/, 'a body may have no styles');
    for (const code of [content.code, fileOf(plain, 'index.html')]) {
      assert.doesNotMatch(code, /<script|customs-duty-list/);
      assert.equal(count(code.split('<body>').at(-1), /<style/g), 0);
      assert.match(code, /接收档案。/);
    }
    assert.match(content.code, /^<section[^]+<h1[^]+<a href="guide\.html"/);
    const [linked, ...others] = own({ form: 'html', styles: 'files' }).fragments;
    assert.match(linked.code, /^<link rel="stylesheet" href="[^"]*plain\.css">\s+<section/);
    assert.deepEqual(others, []);
    assert.equal(plain.usesFolder, false);
    assert.doesNotMatch(plain.policy, /script-src/);
  });
});

describe('what a whole page reads without its script', () => {
  it('is the content itself, with one heading, in lines, and with no id twice', () => {
    for (const form of ['script', 'placeholder']) {
      for (const place of ['file', 'inside']) {
        const html = fileOf(own({ form, place }), 'index.html');
        const text = html.replace(/<script[^]*?<\/script>/g, '');
        for (const part of ['负责全县档案工作。', '接收档案。', '>示例县政府</a>']) {
          assert.equal(
            count(text, new RegExp(part, 'g')),
            1 + (part === '负责全县档案工作。'),
            part,
          );
        }
        assert.match(text, /<a href="guide\.html"/);
        assert.equal(count(text, /<h1/g), 1);
        assert.doesNotMatch(text, / id="|官方网站|builder\.example|page\.invalid/);
        assert.match(text, /^ {4}<h2>主要职能<\/h2>\n {4}<ol>\n {6}<li>/m);
      }
    }
  });

  it('has the language of the data, or the one that was chosen', () => {
    const office = { lang: 'en', name: 'Sheriff', duties: ['Patrol.'] };
    const plain = (more) => fileOf(pageFor({ data: 'json', ...more }, office), 'index.html');
    for (const form of ['script', 'placeholder', 'html']) {
      assert.match(plain({ form }), /<html lang="en">[^]*<h2>Main duties<\/h2>/);
      assert.doesNotMatch(plain({ form }), /[\u4e00-\u9fff]/);
    }
    const attributes = { endpoint: '/comments', site: 'a' };
    const shows = 'profile-card,comment-box';
    assert.match(plain({ shows, attributes }), />Post a comment<\/a>/);
  });

  it('is one honest sentence, if the data is not known here', () => {
    const html = fileOf(elsewhere(), 'index.html');
    assert.match(
      html,
      /<customs-profile-card[^>]*>\n {2}<h1>机构概况<\/h1>\n {2}<p>此处内容需要启用 JavaScript 才能显示。<\/p>/,
    );
    assert.equal(count(html, /JavaScript/g), 1);
    assert.match(html, /hide-when-empty><\/customs-duty-list>/);
  });
});

describe('the order of a whole page', () => {
  it('changes by one place, and stays at its ends', () => {
    assert.deepEqual(moved(['a', 'b', 'c'], 'b', 'up'), ['b', 'a', 'c']);
    assert.deepEqual(moved(['a', 'b', 'c'], 'b', 'down'), ['a', 'c', 'b']);
    assert.deepEqual(moved(['a', 'b'], 'a', 'up'), ['a', 'b']);
    assert.deepEqual(moved(['a', 'b'], 'b', 'down'), ['a', 'b']);
    assert.deepEqual(toggled(['a', 'b'], 'a'), ['b']);
    assert.deepEqual(toggled(['b'], 'a'), ['b', 'a']);
  });
});

describe('an uploaded page', () => {
  let site;
  let page;
  let faults;
  before(async () => {
    site = await openSite();
    page = await site.browser.newPage();
    faults = await watch(page, site.url);
  });
  after(() => site.close());

  const open = async (made) => {
    faults.length = 0;
    await page.goto(`${site.publishFolder(made.files, made.policy)}index.html`, {
      waitUntil: 'load',
    });
  };

  for (const form of ['script', 'placeholder']) {
    for (const place of ['file', 'inside']) {
      for (const script of ['module', 'classic']) {
        it(`shows every element under its policy: ${form}, ${place}, ${script}`, async () => {
          await open(own({ form, place, script, folder: '/cdn/', brand: '#a61b29' }));
          await waitForText(page, 'customs-profile-card', AGENCY.name);
          await waitForText(page, 'customs-duty-list', '接收档案。');
          await waitForText(page, 'customs-link-list', '示例县政府');
          assert.equal(
            await page.$eval(
              'customs-link-list',
              ({ shadowRoot }) => shadowRoot.querySelectorAll('a')[1].href,
            ),
            new URL('guide.html', page.url()).href,
          );
          const { heading, accent } = await page.evaluate(() => ({
            heading: document.querySelector('customs-profile-card').shadowRoot.querySelector('h1')
              .textContent,
            accent: getComputedStyle(
              document.querySelector('customs-link-list').shadowRoot.querySelector('a'),
            ).color,
          }));
          assert.equal(heading.trim(), AGENCY.name);
          assert.equal(accent, 'rgb(166, 27, 41)');
          assert.deepEqual(faults, []);
        });
      }
    }
  }

  for (const place of ['file', 'inside']) {
    it(`shows everything by one tag: ${place}`, async (test) => {
      if (!elements.has('agency-page')) return test.skip('customs-agency-page is not there yet');
      const made = own({ whole: 'one', place, folder: '/cdn/' });
      const html = fileOf(made, 'index.html');
      assert.equal(count(html, /<customs-/g), 1);
      assert.equal(count(html, /接收档案。/g), place === 'inside' ? 2 : 1);
      await open(made);
      await page.waitForFunction(() => {
        const [card, list] = ['profile-card', 'duty-list'].map((name) =>
          document
            .querySelector('customs-agency-page')
            ?.shadowRoot?.querySelector(`customs-${name}`),
        );
        return (
          card?.shadowRoot.querySelector('h1')?.textContent.includes('档案') &&
          list?.shadowRoot.textContent.includes('接收档案。')
        );
      });
      assert.deepEqual(faults, []);
    });
  }

  for (const styles of ['inline', 'files']) {
    it(`reads as plain HTML under a policy without scripts, styles ${styles}`, async () => {
      await open(own({ form: 'html', styles, folder: '/cdn/' }));
      const text = await visibleText(page);
      for (const part of ['示例县“档案”局', '接收档案。', '示例县政府'])
        assert.ok(text.includes(part), part);
      const border = await page.$eval(
        '.customs-plain',
        (one) => getComputedStyle(one).borderTopWidth,
      );
      assert.equal(border, '1px');
      assert.deepEqual(faults, []);
    });
  }

  it('is light where its content is: as plain HTML, which knows no dark colours', async () => {
    const backgroundOf = async (form, value) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await open(own({ form, folder: '/cdn/' }));
      return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    };
    const light = await backgroundOf('script', 'light');
    assert.notEqual(await backgroundOf('script', 'dark'), light);
    assert.equal(await backgroundOf('html', 'dark'), light);
    await page.emulateMediaFeatures([]);
  });
});
