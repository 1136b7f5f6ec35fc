/* The pages for people without JavaScript. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, commentsPath, newThread, readReceipt, submit } from './citizen.js';
import { send } from './client.js';
import {
  assertPage,
  languageOf,
  openForm,
  originOf,
  pathFrom,
  pictureOf,
  sendForm,
} from './form-page.js';
import { decode, elements, filledIn, hasLabel, visibleFields } from './html.js';
import { capabilities, needs } from './setting.js';

// People without JavaScript cannot do a proof of work.
const canFill = capabilities.captcha.length ? needs.code : needs.writing;
const cannotType = capabilities.captcha.length > 0 && 'a program cannot read the code';
const TYPED = '</textarea><script>alert(1)</script> "引号" & 100%';

describe('The form without JavaScript', () => {
  for (const [language, tag] of Object.entries({ zh: /^zh\b/, en: /^en\b/ })) {
    it(`has a label for every field, in ${language}`, canFill, async () => {
      const { html, form, action } = await openForm(newThread(), language);
      assert.match(languageOf(html), tag);
      const fields = visibleFields(form.inner);
      assert.ok(fields.length >= 1);
      for (const field of fields) {
        assert.ok(hasLabel(form.inner, field), `no label: ${[...field.attributes].join()}`);
      }
      assert.match(action, /\/threads\/[^/]+\/comments(\?|$)/);
      assert.ok(/<button|type="?submit/.test(form.inner), 'a button to send it');
    });
  }

  it('speaks the language it was asked in', canFill, async () => {
    const [chinese, english] = [await openForm(newThread()), await openForm(newThread(), 'en')];
    const label = ({ form }: typeof chinese): string =>
      elements(form.inner, 'label')
        .map(({ inner }) => inner.replace(/<[^>]*>/g, ''))
        .join(' ');
    assert.match(label(chinese), /\p{Script=Han}/u);
    assert.doesNotMatch(label(english), /\p{Script=Han}/u);
  });

  it('shows the code as a picture, and lets it be heard', needs.code, async () => {
    const { html, path, answer } = await openForm(newThread());
    const picture = await send(pictureOf(path, html));
    assert.equal(picture.headers.get('content-type'), 'image/png');
    assert.match(html, /\/v1\/challenges\/[^"']+\/audio/);
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
  });

  it('of an unknown site is not there', async () => {
    assert.equal((await send('/v1/sites/no-such-site/threads/a/form')).status, 404);
  });

  it('is for the same thread, whatever its key', canFill, async () => {
    const thread = `a/b?c="d'><b>${newThread()}`;
    const { action, html } = await openForm(thread);
    assert.equal(action.split('?')[0], commentsPath(thread));
    assert.ok(!html.includes('"d\'><b>'), 'the key is escaped');
  });

  it('without the code comes back with what was typed', needs.code, async () => {
    const { html, form, action, answer, path } = await openForm(newThread());
    const sent = await sendForm(action, filledIn(form.inner, TYPED), originOf(answer));
    const page = assertPage(sent, 422);
    assert.ok(!page.includes('<script>alert(1)'), 'what was typed is escaped');
    const [area] = elements(page, 'textarea');
    assert.equal(decode(area?.inner ?? '').trim(), TYPED);
    assert.notEqual(pictureOf(path, page), pictureOf(path, html), 'a new code');
    for (const field of visibleFields(page)) assert.ok(hasLabel(page, field));
    assert.match(sent.headers.get('cache-control') ?? '', /no-store/);
  });

  it('left empty says so, in the language of the form', needs.code, async () => {
    const { form, action, answer } = await openForm(newThread(), 'en');
    const sent = await sendForm(action, filledIn(form.inner, ''), originOf(answer));
    const page = assertPage(sent, 422);
    assert.match(languageOf(page), /^en\b/);
  });

  it('keeps a name that was typed, escaped', needs.code, async () => {
    const { form, action, answer } = await openForm(newThread());
    const name = '"><img src=x onerror=alert(1)>';
    const fields = filledIn(form.inner, TYPED).map(([key, value]): [string, string] => {
      return [key, value === '' ? name : value];
    });
    const sent = await sendForm(action, fields, originOf(answer));
    assert.ok(!assertPage(sent, 422).includes('<img src=x'));
  });

  it('sent from a foreign page is refused', canFill, async () => {
    const { form, action } = await openForm(newThread());
    const fields = filledIn(form.inner, 'x');
    const { status } = await sendForm(action, fields, 'https://foreign.example');
    assert.equal(status, 403);
  });

  it(
    'must not be larger than three times other requests, for its encoding is longer',
    canFill,
    async () => {
      const { form, action, answer } = await openForm(newThread());
      const sent = await sendForm(
        action,
        filledIn(form.inner, '好'.repeat(capabilities.limits.requestBytes / 3)),
        originOf(answer),
      );
      assert.equal(sent.status, 413);
    },
  );

  it('with bytes that are no text is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const raw of ['body=%FF%FE', 'body=%', 'body[]=a&body[b]=c', '__proto__=x', '&&&=']) {
      const path = commentsPath(newThread());
      const { status } = await send(path, { method: 'POST', raw, headers });
      assert.ok(status >= 400 && status < 500, `${raw}: ${status}`);
    }
  });

  it('is the only thing that may be sent as a form', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await send('/v1/challenges', { method: 'POST', raw: 'kind=pow', headers });
    assertRefused(answer, 'media-type');
  });

  it('leads to the receipt', { skip: cannotType || needs.writing.skip }, async () => {
    const { form, action, answer } = await openForm(newThread());
    const sent = await sendForm(action, filledIn(form.inner, TYPED), originOf(answer));
    assert.equal(sent.status, 303, sent.text.slice(0, 500));
    const location = sent.headers.get('location') ?? '';
    assert.match(location, /\/receipts\/[^/?]+\?lang=/);
    assertPage(await send(pathFrom(action, location)), 200);
  });
});

describe('The page of a receipt', () => {
  it('shows the status, and takes the comment back after a question', needs.writing, async () => {
    const { receipt } = await submit(newThread());
    const path = `/receipts/${receipt.token}?lang=en`;
    const answer = await send(path);
    const html = assertPage(answer, 200);
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    assert.match(languageOf(html), /^en\b/);
    assert.match(assertPage(await send(path.replace('=en', '=zh')), 200), /\p{Script=Han}/u);

    const button = (page: string) => {
      const form = elements(page, 'form').find(({ inner }) => inner.includes('<button'));
      assert.ok(form, 'a form with a button');
      const { attributes, inner } = form;
      const action = pathFrom(path, attributes.get('action') ?? '');
      return { action, method: attributes.get('method'), fields: filledIn(inner, '') };
    };
    const first = button(html);
    assert.equal(first.method, 'get', 'one press erases nothing');
    const query = new URLSearchParams(first.fields).toString();
    const asking = await send(`${first.action}?${query}`);
    const question = assertPage(asking, 200);
    assert.match(languageOf(question), /^en\b/);
    assert.match(asking.headers.get('cache-control') ?? '', /no-store/);
    assert.notEqual((await readReceipt(receipt.token)).status, 'withdrawn');
    const second = button(question);
    assert.equal(second.method, 'post');
    await sendForm(second.action, second.fields, originOf(asking));
    assert.equal((await readReceipt(receipt.token)).status, 'withdrawn');
    assertPage(await send(path), 200);
  });

  it('is not there for an unknown number', async () => {
    assert.equal((await send('/receipts/0000-0000-0000-0000-0000')).status, 404);
  });
});
