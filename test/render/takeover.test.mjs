/* Pages that a server rendered: before the script loads, when it loads, and without it. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script, STRICT, watchShifts } from '../page/site.mjs';
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { rendering } from './rendering.mjs';

let site;
let api;
let render;
let hashes;
before(async () => {
  site = await openSite();
  api = await rendering(site.folder);
  ({ render } = api);
  hashes = JSON.parse(site.file('cdn/integrity.json')).files;
});
after(() => site.close());

/** The strict policy, with the hashes of our styles. */
const policy = () => {
  const styles = AGENCY_ELEMENTS.map((name) => `'${hashes[`${name}.css`].integrity}'`).join(' ');
  return STRICT.replace("style-src 'self'", `style-src 'self' ${styles}`);
};

const renderAll = (options) => AGENCY_ELEMENTS.map((name) => render(name, options)).join('\n');

/** Holds the script until it is released, so the page can be checked before. */
function holdBack(file) {
  const held = Promise.withResolvers ? Promise.withResolvers() : {};
  held.promise ??= new Promise((resolve) => (held.resolve = resolve));
  const path = `/held/${file}`;
  site.pages.set(path, {
    body: async (response) => {
      await held.promise;
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(site.file(`cdn/${file}`));
    },
  });
  for (const part of readdirSync(join(site.folder, 'cdn/parts'))) {
    site.publish(`/held/parts/${part}`, site.file(`cdn/parts/${part}`));
  }
  for (const data of ['gacc/zh-Hans.json', 'gacc/en.json', 'strings/en.json']) {
    site.publish(`/held/${data}`, site.file(`cdn/${data}`), 'application/json');
  }
  return { tag: script(path), release: held.resolve };
}

/** Remembers the nodes that exist before the script. */
const remember = (page) =>
  page.evaluate(() => {
    (window.shifts ??= []).length = 0;
    const hostsIn = (root) =>
      [...root.querySelectorAll('*')].flatMap((one) =>
        one.shadowRoot ? [one, ...hostsIn(one.shadowRoot)] : [],
      );
    window.hosts = hostsIn(document);
    window.nodes = window.hosts.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('*')]);
    window.tops = window.hosts.map((host) => host.getBoundingClientRect().top);
  });

/** Waits until every element has hydrated, and the browser has painted it. */
const takenOver = (page) =>
  page.evaluate(async () => {
    const settled = ({ shadowRoot, state, isDrawn }) =>
      state?.kind === 'ready' && isDrawn && !shadowRoot.querySelector('style, link');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (!window.hosts.every(settled)) await frame();
    await frame();
    await frame();
  });

/** Lists the changes of the page since `remember`. */
const changes = (page) =>
  page.evaluate(() => ({
    shifts: window.shifts,
    gone: window.nodes.filter((node) => !node.isConnected && !node.matches('style, link')).length,
    moved: window.hosts.filter(
      (host, index) => host.getBoundingClientRect().top !== window.tops[index],
    ).length,
  }));

const arrived = (page) =>
  page.waitForFunction(() => document.querySelector('customs-link-list')?.shadowRoot?.children[1]);

describe('what a server rendered', () => {
  it('has the data once, whatever it draws, and comments as the link to their form', () => {
    const { links, ...agency } = JSON.parse(site.file('agency/gacc/zh-Hans.json'));
    const attributes = { endpoint: '/comments', site: 's', thread: 't' };
    const html = render('agency-page', { data: agency, attributes, prefix: 'police' });
    const tags = [...html.matchAll(/<(police-[a-z-]+)/g)].map(([, tag]) => tag);
    assert.deepEqual(tags, [
      'police-agency-page',
      'police-profile-card',
      'police-duty-list',
      'police-rank-ladder',
      'police-comment-box',
    ]);
    assert.equal(links.length, 1);
    assert.equal(html.match(/<script/g).length, 1);
    assert.equal(html.match(/shadowrootmode="open"/g).length, 4);
    const form = '<a href="/comments/v1/sites/s/threads/t/form">发表评论</a>';
    assert.ok(html.includes(form));
    const plain = render('agency-page', { data: agency, attributes, format: 'html' });
    assert.ok(plain.includes(form) && plain.includes('主要职能'));
    assert.doesNotMatch(plain, /<[a-z]+-|<slot|<script|shadowroot/);
  });

  for (const lang of ['zh-Hans', 'en']) {
    it(`reads in ${lang} without JavaScript, with nothing that does not work`, async () => {
      const html = document('', renderAll({ lang }), lang);
      const { page, faults } = await site.open(html, { policy: policy(), scripts: false });
      const seen = await page.evaluate(() => {
        const roots = [...document.querySelectorAll('*')].flatMap(
          ({ shadowRoot }) => shadowRoot ?? [],
        );
        return {
          text: roots.map((root) => root.querySelector('.frame').innerText).join('\n'),
          controls: roots
            .flatMap((root) => [...root.querySelectorAll('button, input, select')])
            .filter((control) => control.offsetHeight).length,
          cut: roots
            .flatMap((root) => [...root.querySelectorAll('p')])
            .filter((one) => one.scrollHeight > one.clientHeight + 2).length,
          code: roots.some((root) => root.querySelector('.qr')?.offsetHeight > 100),
        };
      });
      const { duties, ranks, name } = JSON.parse(site.file(`agency/gacc/${lang}.json`));
      const expected = [
        name,
        ...duties.items.map(({ title }) => title),
        ...ranks.tracks[0].tiers.flatMap((tier) => tier.ranks.map((rank) => rank.name)),
      ];
      assert.equal(expected.length, 27);
      assert.deepEqual(
        expected.filter((text) => !seen.text.includes(text)),
        [],
      );
      assert.deepEqual([seen.controls, seen.cut, seen.code], [0, 0, true]);
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  for (const file of ['customs-widgets.js', 'customs-widgets.classic.js']) {
    for (const width of [320, 1280]) {
      for (const lang of ['zh-Hans', 'en']) {
        it(`is taken over by ${file} at ${width} px in ${lang} node by node, and nothing moves`, async () => {
          const { tag, release } = holdBack(file);
          const body = `${renderAll({ lang })}${tag}`;
          const {
            page,
            faults,
            arrived: done,
          } = await site.open(document('', body, lang), {
            ...{ policy: policy(), width, wait: false, prepare: watchShifts },
          });
          await arrived(page);
          await remember(page);
          release();
          await takenOver(page);
          assert.deepEqual(await changes(page), { shifts: [], gone: 0, moved: 0 });
          await done;
          assert.deepEqual(faults, []);
          assert.deepEqual(await page.evaluate(() => window.violations), []);
          await page.close();
        });
      }
    }
  }

  it('is taken over with style sheets from files, under a policy that knows no hash', async () => {
    const { tag, release } = holdBack('customs-widgets.js');
    const body = `${renderAll({ lang: 'en', styles: '/cdn' })}${tag}`;
    const {
      page,
      faults,
      arrived: done,
    } = await site.open(document('', body, 'en'), {
      ...{ width: 360, wait: false, prepare: watchShifts },
    });
    await arrived(page);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('*')].every(
        ({ shadowRoot }) => !shadowRoot || shadowRoot.querySelector('link').sheet,
      ),
    );
    await remember(page);
    release();
    await takenOver(page);
    assert.deepEqual(await changes(page), { shifts: [], gone: 0, moved: 0 });
    await done;
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('in a narrow column of a wide page does not move either', async () => {
    const { tag, release } = holdBack('customs-widgets.js');
    const column = '<style>div{inline-size:300px}</style>';
    const body = `<div>${renderAll({ lang: 'zh-Hans' })}</div>${tag}`;
    const { page, arrived: done } = await site.open(document(column, body), {
      ...{ policy: '', width: 1280, wait: false, prepare: watchShifts },
    });
    await arrived(page);
    await remember(page);
    release();
    await takenOver(page);
    assert.deepEqual(await changes(page), { shifts: [], gone: 0, moved: 0 });
    await done;
    await page.close();
  });

  it('keeps focus, selection and what was typed, and acts on it', async () => {
    const { tag, release } = holdBack('customs-widgets.js');
    const body = `${render('duty-list', { attributes: { filter: true } })}${render('rank-ladder')}${render('link-list')}${tag}`;
    const {
      page,
      faults,
      arrived: done,
    } = await site.open(document('', body), {
      ...{ policy: policy(), wait: false, prepare: watchShifts },
    });
    await arrived(page);
    await remember(page);
    await page.evaluate(() => {
      const root = (tag) => document.querySelector(tag).shadowRoot;
      const field = root('customs-duty-list').querySelector('input');
      field.focus();
      field.value = '海关监管';
      field.setSelectionRange(1, 3);
      root('customs-rank-ladder').querySelector('[name=finder]').selectedIndex = 2;
    });
    release();
    await takenOver(page);
    await page.waitForSelector('customs-duty-list >>> mark');
    const { count, focus, found, chosen } = await page.evaluate(() => {
      const root = (tag) => document.querySelector(tag).shadowRoot;
      const field = root('customs-duty-list').activeElement;
      return {
        count: root('customs-duty-list').querySelectorAll('.duty').length,
        focus: [field.localName, field.value, field.selectionStart, field.selectionEnd],
        found: root('customs-duty-list').querySelector('mark').textContent,
        chosen: root('customs-rank-ladder').querySelectorAll('.marked').length,
      };
    });
    assert.deepEqual(focus, ['input', '海关监管', 1, 3]);
    assert.ok(count > 0 && count < 13, `${count} duties found`);
    assert.equal(found, '海关监管');
    assert.ok(chosen > 0, 'the ranks of the chosen position are marked');
    await done;
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('keeps text that was selected', async () => {
    const { tag, release } = holdBack('customs-widgets.js');
    const { page, arrived: done } = await site.open(document('', `${renderAll()}${tag}`), {
      ...{ policy: policy(), wait: false },
    });
    await arrived(page);
    await remember(page);
    const selected = () =>
      page.evaluate(() => {
        const shadowRoots = window.hosts.map(({ shadowRoot }) => shadowRoot);
        const [range] = getSelection().getComposedRanges({ shadowRoots });
        return [range.startContainer.textContent, range.endOffset - range.startOffset];
      });
    await page.evaluate(() => {
      const [text] = document
        .querySelector('customs-duty-list')
        .shadowRoot.querySelector('.preamble p').childNodes;
      const { nextSibling } = text;
      getSelection().setBaseAndExtent(nextSibling, 0, nextSibling, 4);
    });
    assert.deepEqual(await selected(), ['海关总署是国务院直属机构，为正部级。', 4]);
    release();
    await takenOver(page);
    assert.deepEqual(await selected(), ['海关总署是国务院直属机构，为正部级。', 4]);
    await done;
    await page.close();
  });

  it('works after the takeover: buttons are there, and language and address are followed', async () => {
    const body = `${renderAll()}${script('/cdn/customs-widgets.js')}`;
    const { page, faults } = await site.open(document('', body), { policy: policy() });
    await remember(page);
    await takenOver(page);
    const visible = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('customs-duty-list');
        return getComputedStyle(shadowRoot.querySelector('button')).visibility;
      });
    assert.equal(await visible(), 'visible');
    await page.evaluate(() => (window.location.hash = '#duty-6'));
    await page.waitForFunction(
      () => document.querySelector('customs-duty-list').shadowRoot.activeElement?.id === 'duty-6',
    );
    await page.evaluate(() => {
      for (const host of window.hosts) host.lang = 'en';
    });
    await page.waitForFunction(() =>
      window.hosts.every(
        ({ shadowRoot }) => !/主要职能|中华人民共和国/.test(shadowRoot.textContent),
      ),
    );
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('is opened at a deep link only after it was taken over', async () => {
    const path = '/deep.html';
    site.pages.set(path, {
      body: document('', `${render('duty-list')}${script('/cdn/duty-list.js')}`),
    });
    const { page, faults } = await site.visit(`${site.origin}${path}#duty-9`);
    await page.waitForFunction(
      () => document.querySelector('customs-duty-list').shadowRoot.activeElement?.id === 'duty-9',
    );
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('takes data that stands in the page, and that an address leads to', async () => {
    const data = {
      lang: 'zh',
      name: '甲局',
      links: [{ label: '乙</script>', url: 'https://a.example/' }],
    };
    site.publish('/own.json', JSON.stringify(data), 'application/json');
    for (const attributes of [{}, { src: '/own.json' }]) {
      const body = `${render('link-list', { data, attributes })}${script('/cdn/link-list.js')}`;
      const { page, faults } = await site.open(document('', body), { policy: policy() });
      await remember(page);
      await takenOver(page);
      const text = await page.evaluate(
        () => document.querySelector('customs-link-list').shadowRoot.textContent,
      );
      assert.match(text, /乙<\/script>/);
      assert.deepEqual(faults, []);
      await page.close();
    }
  });

  it('reads on when the data does not come, and says so to the page', async () => {
    const data = { lang: 'zh', name: '甲局', links: [{ label: '乙', url: 'https://a.example/' }] };
    const body = `${render('link-list', { data, attributes: { src: '/missing.json' } })}${script('/cdn/link-list.js')}`;
    const { page } = await site.open(document('', body), {
      policy: policy(),
      prepare: () =>
        window.addEventListener(
          'customs-error',
          ({ detail }) => (window.problems = detail.problems),
        ),
    });
    await page.waitForFunction(() => window.problems);
    const seen = await page.evaluate(() => [
      window.problems[0].code,
      document.querySelector('customs-link-list').shadowRoot.querySelector('.frame').innerText,
    ]);
    assert.equal(seen[0], 'status');
    assert.match(seen[1], /乙/);
    await page.close();
  });

  for (const [name, change] of [
    ['older data', (html) => html.replaceAll('负责全国海关工作', '负责全国的海关工作')],
    ['another version', (html) => html.replace(/<!--\w+-/, '<!--old-')],
    ['another element mode', (html) => html.replace('<body>', '<body data-elder>')],
    [
      'another option',
      (html) => html.replace('<customs-duty-list', '<customs-duty-list numbering="none"'),
    ],
    ['broken markers', (html) => html.replace(/<!--lit-part \S+-->/, '')],
  ]) {
    it(`is drawn anew when it is of ${name}`, async () => {
      const data = JSON.parse(site.file('agency/gacc/zh-Hans.json'));
      if (name === 'older data') data.duties.items[0].title = '负责全国的海关工作。';
      const attributes = { agency: 'gacc' };
      const html = document(
        '',
        `${render('duty-list', { data, attributes })}${script('/cdn/duty-list.js')}`,
      );
      const changed = name === 'older data' ? html : change(html);
      const { page, faults } = await site.open(changed, { policy: policy() });
      await remember(page);
      await takenOver(page);
      const text = await page.evaluate(
        () => document.querySelector('customs-duty-list').shadowRoot.textContent,
      );
      assert.ok(
        text.includes('负责全国海关工作') && !text.includes('全国的'),
        'the text of the data',
      );
      assert.equal(text.match(/共 13 项/g).length, 1, 'once');
      const warnings = name === 'broken markers' ? ['drawn anew'] : [];
      assert.equal(faults.length, warnings.length, String(faults));
      assert.ok(faults.every((fault) => /console warn.*is drawn anew/.test(fault)));
      await page.close();
    });
  }

  it('leads to the page that it stands on, whatever the server knew of it', async () => {
    const card = (attributes, page) =>
      render('profile-card', {
        attributes: { agency: 'gacc', variant: 'full', ...attributes },
        page,
      });
    const data = { lang: 'zh', name: '甲局', links: [{ label: '本站', url: `${site.origin}/a` }] };
    for (const page of [undefined, 'https://other.example/x']) {
      const html = `${card({ qr: 'page' }, page)}${card({ url: '/abc' }, page)}${render('link-list', { data, page })}`;
      const visited = await site.open(document('', `${html}${script('/cdn/customs-widgets.js')}`), {
        policy: policy(),
      });
      await remember(visited.page);
      await takenOver(visited.page);
      const seen = await visited.page.evaluate(() => ({
        links: [...document.querySelectorAll('customs-profile-card')].map(
          ({ shadowRoot }) => shadowRoot.querySelector('.qr a').href,
        ),
        icons: document.querySelector('customs-link-list').shadowRoot.querySelectorAll('svg')
          .length,
      }));
      assert.deepEqual(seen, { links: [visited.page.url(), `${site.origin}/abc`], icons: 0 });
      await visited.page.close();
    }
  });

  it('gives way to a message when another source is set and fails, or its data has a slip', async () => {
    site.publish('/slip.json', '{"lang":"zh","name":"甲","links":[{}]}', 'application/json');
    const data = { lang: 'zh', name: '甲局', links: [{ label: '乙', url: 'https://a.example/' }] };
    site.publish('/own.json', JSON.stringify(data), 'application/json');
    const html = render('link-list', { data, attributes: { src: '/own.json' } });
    const { page } = await site.open(document('', `${html}${script('/cdn/link-list.js')}`), {
      policy: policy(),
    });
    for (const src of ['/slip.json', '/nowhere.json']) {
      await page.evaluate(
        (address) => (document.querySelector('customs-link-list').src = address),
        src,
      );
      await page.waitForFunction(() => {
        const { state, shadowRoot } = document.querySelector('customs-link-list');
        return state.kind === 'failed' && shadowRoot.querySelector('[role=alert]');
      });
    }
    await page.close();
    const slip = await site.open(
      document('', `${html.replace('/own.json', '/slip.json')}${script('/cdn/link-list.js')}`),
      { policy: policy() },
    );
    await slip.page.waitForFunction(() =>
      document.querySelector('customs-link-list').shadowRoot.querySelector('[role=alert]'),
    );
    await slip.page.close();
  });

  it('reads in browsers that know no declarative shadow roots, before and after the script', async () => {
    const { tag, release } = holdBack('duty-list.classic.js');
    const html = render('duty-list', { fallback: 'plain' }).replace('shadowrootmode', 'data-mode');
    const {
      page,
      faults,
      arrived: done,
    } = await site.open(document('', `${html}${tag}`), {
      ...{ policy: policy(), wait: false },
    });
    await page.waitForFunction(() => document.querySelector('customs-duty-list li:last-child'));
    const before = await page.evaluate(() => document.body.innerText);
    assert.match(before, /主要职能[^]*负责全国海关工作/);
    release();
    await page.waitForFunction(
      () =>
        document.querySelector('customs-duty-list').shadowRoot?.querySelectorAll('.duty').length ===
        13,
    );
    await done;
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('works under another prefix', async () => {
    const body = `${render('link-list', { prefix: 'police' })}${script('/cdn/link-list.js?prefix=police')}`;
    const { page, faults } = await site.open(document('', body), { policy: policy() });
    await remember(page);
    await takenOver(page);
    assert.deepEqual(await page.evaluate(() => window.hosts.map(({ localName }) => localName)), [
      'police-link-list',
    ]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('may carry linked data under the strict policy, which no script could add', async () => {
    const { renderStructuredData, builtInAgency } = api;
    const block = renderStructuredData(builtInAgency('gacc'));
    const { page, faults } = await site.open(document(block, ''));
    const type = await page.evaluate(
      () => JSON.parse(document.querySelector('[type="application/ld+json"]').text)['@type'],
    );
    assert.equal(type, 'GovernmentOrganization');
    assert.deepEqual(faults, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    await page.close();
  });
});
