/* Elements that leave the page while an answer is awaited: nothing of theirs stays behind. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { until } from '../comments/running.mjs';
import { document, openSite, script } from '../page/site.mjs';
import { BAD, spoilerOf } from './bad-answers.mjs';
import { leavesOnly, OF_THE_PAGE, watch } from './watched-page.mjs';
import { writtenService } from './written-service.mjs';

let site;
let service;
let spoiler;
before(async () => {
  site = await openSite();
  service = writtenService(site);
  spoiler = spoilerOf(site);
});
after(() => site.close());

const SILENCE = 'no answer at all';
const BOX = { engine: 'http', endpoint: '/', site: 'a', thread: 't' };

/** Presses a button in the box of the page. */
const press = (selector) => async (page) => {
  const button = await page.waitForSelector(`customs-comment-box >>> ${selector}`);
  await button.evaluate((one) => one.click());
};

const lookUp = async (page) => {
  await press('[part=receipts] > summary')(page);
  await (await page.waitForSelector('customs-comment-box >>> #receipt')).type('AAAA');
  await press('[part=look-up]')(page);
};

/** What asks for an address: the element, its attributes, and what a reader does. */
const ASKING = {
  '/own.json': ['link-list', { src: '/own.json' }],
  '/cdn/strings/en.json': ['link-list', { lang: 'en', agency: 'gacc' }],
  '/v1/capabilities': ['comment-box', BOX],
  '/v1/sites/a/threads/t/comments': ['comment-box', BOX],
  '/v1/challenges': ['comment-box', BOX],
  '/v1/picture': ['comment-box', BOX],
  '/v1/sound': ['comment-box', BOX, press('.captcha .actions button:nth-of-type(2)')],
  '/v1/receipts/AAAA': ['comment-box', BOX, lookUp],
  replies: ['comment-box', BOX, press('[part=replies]')],
  '/v1/sites/a/counts': ['comment-count', BOX],
  '/comments.json': ['comment-box', { engine: 'static', endpoint: '/comments.json' }],
  '/waline/api/comment': ['comment-box', { ...BOX, engine: 'waline', endpoint: '/waline' }],
};

describe('an element that leaves the page', () => {
  let page;
  let faults;
  before(async () => {
    spoiler.spoil('/own.json', BAD[SILENCE], '{}');
    spoiler.spoil('/cdn/strings/en.json', BAD[SILENCE]);
    const html = document(script('/cdn/customs-widgets.js'), '<main></main>');
    ({ page, faults } = await site.open(html, { prepare: watch }));
  });

  afterEach(() => service.mend());

  const pending = () => [...service.pending(), ...spoiler.pending()];

  for (const [path, [name, attributes, act = () => {}]] of Object.entries(ASKING)) {
    it(`ends its request and closes all that it has opened: ${path}`, async () => {
      service.spoil(path, SILENCE);
      await page.evaluate(
        (name, attributes) => {
          const element = window.document.createElement(`customs-${name}`);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          window.document.querySelector('main').append(element);
        },
        name,
        attributes,
      );
      await act(page);
      await until(() => pending().length > 0);
      await page.evaluate(() => window.document.querySelector('main').replaceChildren());
      await until(() => pending().length === 0);
      await leavesOnly(page, OF_THE_PAGE);
      assert.deepEqual(
        faults.filter((fault) => fault.startsWith('error')),
        [],
      );
    });
  }
});
