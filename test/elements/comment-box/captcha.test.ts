import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import type { CustomsCommentBox } from '../../../src/index.js';
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
import { replace } from '../../fixtures/replace.js';
import { field, fill, focused, never, placed, post, ready, startAfresh, type } from './box.js';

/** A silent sound of some seconds. */
function silence(seconds: number): Uint8Array<ArrayBuffer> {
  const head = atob('UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=');
  const length = seconds * 8000;
  const sound = new Uint8Array(head.length + length).fill(128);
  sound.set([...head].map((character) => character.charCodeAt(0)));
  new DataView(sound.buffer).setUint32(4, sound.length - 8, true);
  new DataView(sound.buffer).setUint32(40, length, true);
  return sound;
}

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

  for (const [place, cryptography] of Object.entries({
    'on plain http, where browsers keep a part of their cryptography': { getRandomValues() {} },
    'in old in-app browsers, which have none': undefined,
  })) {
    it(`is digits alone ${place}`, async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'crypto')!;
      Object.defineProperty(window, 'crypto', { value: cryptography, configurable: true });
      try {
        const { box } = await placed([], { captcha: ['pow', 'code'] });
        await waitUntil(() => within(box).querySelector('img'));
        expect(textOf(part(box, 'captcha'))).not.to.contain('改用自动验证');
        const { box: other } = await placed([], { captcha: ['pow'] });
        expect(textOf(part(other, 'captcha'))).to.contain('请换用其他浏览器');
      } finally {
        Object.defineProperty(window, 'crypto', own);
      }
    });
  }

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

  describe('its sound', () => {
    const sound = silence(1);
    let restore: (() => void)[];
    beforeEach(() => (restore = []));
    afterEach(() => restore.forEach((undo) => undo()));

    /** Opens the digits of a service that sends a sound, and starts it. */
    async function playing(bytes = sound): Promise<CustomsCommentBox> {
      const { box } = await placed([], { captcha: ['code'] }, (_, provider) => {
        const { challenge } = provider;
        provider.challenge = async (...args) => ({
          ...((await challenge.apply(provider, args)) as Extract<Challenge, { kind: 'code' }>),
          audio: () => Promise.resolve(bytes.slice().buffer),
        });
      });
      await waitUntil(() => within(box).querySelector('img'));
      control(box, '播放语音').click();
      return box;
    }
    const says = (box: CustomsCommentBox, words: string): Promise<void> =>
      waitUntil(() => textOf(part(box, 'captcha')).includes(words), words, { timeout: 4000 });

    it('plays, and stops', async () => {
      const box = await playing(silence(10));
      await says(box, '停止语音');
      control(box, '停止语音').click();
      await says(box, '播放语音');
      expect(textOf(part(box, 'captcha'))).not.to.contain('不能播放');
    });

    it('plays in an audio element where there is no AudioContext', async () => {
      let played = '';
      restore.push(
        replace(window, 'AudioContext', undefined),
        replace(HTMLMediaElement.prototype, 'play', function (this: HTMLAudioElement) {
          played = this.src;
          return Promise.resolve();
        }),
        replace(HTMLMediaElement.prototype, 'pause', function (this: HTMLAudioElement) {
          this.dispatchEvent(new Event('pause'));
        }),
      );
      const box = await playing();
      await waitUntil(() => played);
      expect(await (await fetch(played)).arrayBuffer()).to.deep.equal(sound.buffer);
      await says(box, '停止语音');
      control(box, '停止语音').click();
      await says(box, '播放语音');
    });

    for (const [what, context] of [
      ['has no AudioContext', undefined],
      [
        'never starts its sound system',
        class extends AudioContext {
          override get state(): AudioContextState {
            return 'suspended';
          }
        },
      ],
    ] as const) {
      it(`says so, and names what is left, where a browser ${what} and blocks audio elements`, async () => {
        restore.push(
          replace(window, 'AudioContext', context),
          replace(HTMLMediaElement.prototype, 'play', () => Promise.reject(new Error('blocked'))),
        );
        const box = await playing();
        await says(box, '此浏览器不能播放语音，请看图输入数字，或改用其他验证方式');
        expect(control(box, '播放语音'), 'not a button that stops nothing').to.not.equal(null);
      });
    }
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

  it('asks for the picture again that nobody waited for while the box was out of the page', async () => {
    let challenges = 0;
    const { box } = await placed([], { captcha: ['code'] }, (_, provider) => {
      const { challenge } = provider;
      provider.challenge = (...args) =>
        (challenges += 1) === 1 ? never() : challenge.apply(provider, args);
    });
    expect(within(box).querySelector('img')).to.equal(null);
    const section = await fixture<HTMLElement>(html`<section></section>`);
    box.remove();
    await nextFrame();
    section.append(box);
    await waitUntil(() => within(box).querySelector('img'));
    expect(challenges).to.equal(2);
  });
});
