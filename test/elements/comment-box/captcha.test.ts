import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import type { Challenge } from '../../../src/comments/types.js';
import {
  control,
  expectAccessible,
  part,
  parts,
  textOf,
  warningsOf,
  within,
} from '../../fixtures/page.js';
import { field, fill, focused, never, placed, post, ready, startAfresh, type } from './box.js';

describe('the captcha of <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('is a proof of work, and digits are always offered', async () => {
    const { box } = await placed();
    expect(textOf(part(box, 'captcha'))).to.contain('无需操作');
    control(box, '改用数字验证码').click();
    await waitUntil(() => within(box).querySelector('img'));
    await waitUntil(() => focused(box) === field(box, 'captcha'));
    for (const name of ['换一张', '播放语音', '改用自动验证']) {
      expect(control(box, name), name).to.be.instanceOf(HTMLButtonElement);
    }
    await expectAccessible(box);
  });

  it('is digits alone on plain http, where the browser has no cryptography', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
    delete (Crypto.prototype as { subtle?: unknown }).subtle;
    try {
      const { box } = await placed([], { captcha: ['pow', 'code'] });
      await waitUntil(() => within(box).querySelector('img'));
      expect(textOf(part(box, 'captcha'))).not.to.contain('改用自动验证');
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('keeps the text when the digits are wrong, and shows others', async () => {
    let challenges = 0;
    const { box, provider } = await placed([], { captcha: ['code'] }, (_, one) => {
      const { challenge } = one;
      one.challenge = (...args) => ((challenges += 1), challenge.apply(one, args));
    });
    await waitUntil(() => within(box).querySelector('img'));
    await fill(box);
    await type(box, 'captcha', '9999');
    await post(box);
    expect(parts(box, 'problem').map(textOf)).to.deep.equal(['不正确或已过期，请重新验证']);
    expect(field(box, 'body').value).to.equal('建议增加办理时间。');
    await waitUntil(() => challenges === 2);
    expect(field(box, 'captcha').value).to.equal('');
    await type(box, 'captcha', '1234');
    part(box, 'submit').click();
    await waitUntil(() => provider.receipts.size === 1);
  });

  it('empties the field with the next picture', async () => {
    const { box } = await placed([], { captcha: ['code'] });
    await waitUntil(() => within(box).querySelector('img'));
    await type(box, 'captcha', '12');
    control(box, '换一张').click();
    await waitUntil(() => field<HTMLInputElement>(box, 'captcha').value === '');
  });

  it('says so when the sound cannot be played', async () => {
    const { box } = await placed([], { captcha: ['code'] });
    await waitUntil(() => within(box).querySelector('img'));
    control(box, '播放语音').click();
    await waitUntil(() => textOf(part(box, 'captcha')).includes('语音暂时无法播放'));
  });

  it('plays the sound, and stops it', async () => {
    const wave = new Uint8Array(
      atob('UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=')
        .split('')
        .map((character) => character.charCodeAt(0)),
    );
    const silence = new Uint8Array(wave.length + 80_000).fill(128);
    silence.set(wave);
    new DataView(silence.buffer).setUint32(4, silence.length - 8, true);
    new DataView(silence.buffer).setUint32(40, 80_000, true);
    const { box } = await placed([], { captcha: ['code'] }, (_, provider) => {
      const { challenge } = provider;
      provider.challenge = async (...args) => ({
        ...((await challenge.apply(provider, args)) as Extract<Challenge, { kind: 'code' }>),
        audio: () => Promise.resolve(silence.slice().buffer),
      });
    });
    await waitUntil(() => within(box).querySelector('img'));
    control(box, '播放语音').click();
    await waitUntil(() => textOf(part(box, 'captcha')).includes('停止语音'));
    control(box, '停止语音').click();
    await waitUntil(() => textOf(part(box, 'captcha')).includes('播放语音'));
  });

  it('of the service stays when a page fills the slot although the service cannot check that', async () => {
    const answers: Readonly<Record<string, unknown>> = {
      capabilities: { ...new MemoryCommentProvider().offered, captcha: ['pow', 'code'] },
      comments: { items: [], nextCursor: null, total: 0 },
    };
    const { fetch } = window;
    window.fetch = (input) =>
      Promise.resolve(
        new Response(
          JSON.stringify(answers[new URL(String(input)).pathname.split('/').pop()!] ?? {}),
        ),
      );
    try {
      const warnings = await warningsOf(async () => {
        const box = document.createElement('customs-comment-box');
        Object.assign(box, { lang: 'zh-Hans', endpoint: '/', site: 's', thread: 'slot' });
        box.innerHTML = '<p slot="captcha">第三方</p>';
        await fixture(html`<div>${box}</div>`);
        await ready(box);
        expect(parts(box, 'captcha')).to.have.length(1);
        expect(box.querySelector('p')!.getBoundingClientRect().height).to.equal(0);
      });
      expect(warnings.join()).to.contain('the slot is not used');
    } finally {
      window.fetch = fetch;
    }
  });

  it('of a third party fits the slot, and its answer is sent', async () => {
    let proof: unknown;
    const { box, provider } = await placed([], {}, (one) => {
      one.innerHTML =
        '<div slot="captcha"><input type="hidden" name="cf-turnstile-response"></div>';
    });
    expect(parts(box, 'captcha')).to.have.length(0);
    const { submit } = provider;
    provider.submit = (thread, draft, options) => {
      proof = options.captcha;
      return submit.call(provider, thread, draft, options);
    };
    await fill(box);
    await post(box);
    expect(textOf(part(box, 'error-summary'))).to.contain('安全验证未通过');
    box.querySelector('input')!.value = 'solved';
    part(box, 'submit').click();
    await waitUntil(() => provider.receipts.size === 1);
    expect(proof).to.deep.equal({ kind: 'cf-turnstile-response', payload: 'solved' });
  });

  it('asks for the picture again that nobody waited for while the box was moved', async () => {
    let challenges = 0;
    const { box } = await placed([], { captcha: ['code'] }, (_, provider) => {
      const { challenge } = provider;
      provider.challenge = (...args) =>
        (challenges += 1) === 1 ? never() : challenge.apply(provider, args);
    });
    expect(within(box).querySelector('img')).to.equal(null);
    (await fixture<HTMLElement>(html`<section></section>`)).append(box);
    await waitUntil(() => within(box).querySelector('img'));
    expect(challenges).to.equal(2);
  });
});
