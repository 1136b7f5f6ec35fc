/* Pasted snippets with the data of an agency of one’s own, and with other settings. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { bundle, contentOf, openPasted, SERVICE } from './pasted.mjs';
import { htmlOf, readJson, snippetFor } from './pasting.mjs';

let pasted;
before(async () => (pasted = await openPasted()));
after(() => pasted.close());

describe('an agency of one’s own', () => {
  const agency = {
    lang: 'zh-Hans',
    name: '“引号”与 <尖括号> & </script><!-- 局',
    url: 'https://example.org/?a=1&b="2"',
    duties: { items: [{ id: 'duty-1', title: '受理 </script> 咨询。' }] },
  };
  const own = (form, more = {}) => snippetFor({ data: 'json', form, ...more }, agency);

  for (const form of ['script', 'placeholder', 'server', 'offline']) {
    it(`stands in the page, ${form}`, async () => {
      const address = pasted.publish(own(form));
      await pasted.assertShows(address, 'customs-duty-list', agency.duties.items[0].title);
      await pasted.assertReads(
        address,
        form === 'server' ? agency.duties.items[0].title : agency.name,
      );
    });
  }

  it('is imported by an application', async () => {
    const made = own('npm');
    const files = { 'own.js': await bundle(made, agency) };
    const body = `${htmlOf(made)}<script type="module" src="own.js"></script>`;
    const address = pasted.site.publish(body, made.policy, files);
    await pasted.assertShows(address, 'customs-duty-list', agency.duties.items[0].title);
    await pasted.assertReads(address, agency.name);
  });

  it('is read from a file beside the page', async () => {
    const file = 'agencies/police.zh-Hans.json';
    const police = readJson(`stories/${file}`);
    for (const form of ['script', 'placeholder', 'server', 'npm']) {
      const attributes = { src: file };
      const made = snippetFor({ widget: 'rank-ladder', data: 'src', form, attributes }, police);
      const code = form === 'npm' ? { 'police.js': await bundle(made) } : {};
      const load = form === 'npm' ? '<script type="module" src="police.js"></script>' : '';
      const address = pasted.site.publish(htmlOf(made) + load, made.policy, code);
      await pasted.assertShows(
        address,
        'customs-rank-ladder',
        contentOf('rank-ladder', 'zh', police),
      );
      await pasted.assertReads(address, police.name);
    }
  });
});

describe('settings of the snippet', () => {
  it('give the elements another prefix in every form', async () => {
    for (const form of ['script', 'placeholder', 'server', 'offline']) {
      for (const files of ['one', 'all']) {
        const made = snippetFor({ form, files, prefix: 'police' });
        const address = pasted.publish(made);
        await pasted.assertShows(address, 'police-duty-list', contentOf('duty-list', 'zh-Hans'));
      }
    }
    for (const files of ['one', 'all']) {
      const made = snippetFor({ form: 'npm', files, prefix: 'police', attributes: { lang: 'en' } });
      const name = `police-${files}.js`;
      const body = `${htmlOf(made)}<script type="module" src="${name}"></script>`;
      const address = pasted.site.publish(body, made.policy, { [name]: await bundle(made) });
      await pasted.assertShows(address, 'police-duty-list', contentOf('duty-list', 'en'));
    }
  });

  it('take the styles of a rendered element from files', async () => {
    const made = snippetFor({ form: 'server', styles: 'files' });
    assert.doesNotMatch(made.policy, /sha384/);
    const address = pasted.publish(made);
    await pasted.assertReads(address, contentOf('duty-list', 'zh-Hans'));
    const padding = await pasted.plain.$eval(
      'customs-duty-list',
      ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('.frame')).paddingTop,
    );
    assert.equal(padding, '24px');
  });

  it('allow a folder, data and a service of other sites by their origin, and nothing else', async () => {
    // The same server under another name is another origin.
    const other = pasted.site.url.replace('127.0.0.1', 'localhost');
    const made = snippetFor({ folder: `${other}cdn` });
    const origin = new URL(other).origin;
    assert.equal(
      made.policy,
      `default-src 'none'; script-src ${origin}; style-src 'self'; img-src 'self' data:; connect-src ${origin}`,
    );
    const box = { ...SERVICE, endpoint: 'https://comments.example.org/a/' };
    assert.match(
      snippetFor({ widget: 'comment-box', attributes: box }).policy,
      /connect-src 'self' https:\/\/comments\.example\.org$/,
    );
  });
});

describe('the assertions of pasted snippets', () => {
  it('notice a wrong hash of a script and of a style', async () => {
    const made = snippetFor({ form: 'server' });
    const wrong = (text) => text.replace(/sha384-...../, 'sha384-AAAAA');
    pasted.faults.length = 0;
    await pasted.page.goto(pasted.site.publish(wrong(htmlOf(made)), made.policy), {
      waitUntil: 'load',
    });
    assert.match(pasted.faults.join('\n'), /integrity/);
    pasted.faults.length = 0;
    await pasted.page.goto(pasted.site.publish(htmlOf(made), wrong(made.policy)), {
      waitUntil: 'load',
    });
    assert.match(pasted.faults.join('\n'), /policy: style-src/);
  });

  it('notice that a fallback does not read', async () => {
    await assert.rejects(
      pasted.assertReads(pasted.site.publish('', "default-src 'none'"), 'text'),
      /without “text”/,
    );
  });
});
