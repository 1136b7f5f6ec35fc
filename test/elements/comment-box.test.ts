import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { MemoryCommentProvider } from '../../src/comments/engines/memory.js';
import { ProviderError } from '../../src/comments/errors.js';
import type { Capabilities, Challenge, CommentRecord } from '../../src/comments/types.js';
import { CustomsCommentBox } from '../../src/index.js';
import { control, expectAccessible, part, parts, textOf, warningsOf, within } from '../page.js';

CustomsCommentBox.define();

const record = (id: string, more: Partial<CommentRecord> = {}): CommentRecord => ({
  id,
  parentId: null,
  kind: 'comment',
  status: 'published',
  body: `评论 ${id}`,
  lang: 'zh-Hans',
  authorName: null,
  createdAt: new Date(Date.UTC(2026, 10, 1, 0, Number(id) || 0)).toISOString(),
  replyCount: 0,
  replies: [],
  ...more,
});
const records = (count: number): CommentRecord[] =>
  Array.from({ length: count }, (_, index) => record(String(index + 1)));

/** Answers that never come. */
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const failing = (kind: ProviderError['kind'], more = {}): (() => Promise<never>) => {
  return () => Promise.reject(new ProviderError(kind, more));
};

interface Placed {
  readonly box: CustomsCommentBox;
  readonly provider: MemoryCommentProvider;
}

const ready = async (box: CustomsCommentBox): Promise<void> => {
  await waitUntil(() => within(box).querySelector('form, [part~=error], [part~=closed]'));
  await waitUntil(() => !within(box).querySelector('[aria-busy=true]'), 'it keeps loading');
  await box.updateComplete;
};

async function place(
  comments: readonly CommentRecord[] = [],
  offered: Partial<Capabilities> = {},
  change: (box: CustomsCommentBox, provider: MemoryCommentProvider) => void = () => undefined,
): Promise<Placed> {
  const provider = new MemoryCommentProvider(comments, { demo: false, ...offered });
  const box = document.createElement('customs-comment-box');
  Object.assign(box, { lang: 'zh-Hans', thread: 't', provider, captchaProvider: provider });
  change(box, provider);
  await fixture(html`<div>${box}</div>`);
  await box.updateComplete;
  return { box, provider };
}

/** Waits for the first answers too. */
const placed = async (...args: Parameters<typeof place>): Promise<Placed> => {
  const result = await place(...args);
  await ready(result.box);
  return result;
};

const field = <T extends HTMLElement = HTMLTextAreaElement>(box: Element, id: string): T =>
  within(box).querySelector<T>(`#${id}`)!;

async function type(box: CustomsCommentBox, id: string, text: string): Promise<void> {
  const input = field(box, id);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await box.updateComplete;
}

async function fill(box: CustomsCommentBox, body = '建议增加办理时间。'): Promise<void> {
  await type(box, 'body', body);
  field<HTMLInputElement>(box, 'consent').click();
  await box.updateComplete;
}

const outcome = (box: Element): string => textOf(part(box, 'outcome'));
const focused = (box: Element): Element | null => within(box).activeElement;

async function post(box: CustomsCommentBox): Promise<void> {
  part(box, 'submit').click();
  await waitUntil(() => within(box).querySelector('.outcome, .summary'), 'nothing came of it');
  await box.updateComplete;
}

describe('<customs-comment-box>', () => {
  beforeEach(() => {
    sessionStorage.clear();
    document.documentElement.lang = 'zh-Hans';
  });

  describe('its form', () => {
    it('has what the seed page has: 发表评论, 验证码, 评论记录, 未查询到任何数据！', async () => {
      const { box } = await placed([], { captcha: ['code'] });
      const text = textOf(within(box));
      for (const words of ['发表评论', '验证码', '评论记录', '未查询到任何数据！']) {
        expect(text).to.contain(words);
      }
    });

    it('invites the first comment, where one is taken', async () => {
      const { box } = await placed();
      expect(textOf(part(box, 'empty'))).to.equal('未查询到任何数据！ 欢迎发表第一条评论。');
      const { box: closed } = await placed([], { open: false });
      expect(textOf(part(closed, 'empty'))).to.equal('未查询到任何数据！');
    });

    it('asks for a text only; the contact only when the site wants it', async () => {
      const { box } = await placed();
      expect(field(box, 'contact')).to.equal(null);
      const { box: other } = await placed([], { contact: 'optional' });
      expect(textOf(field(other, 'contact').closest('.field')!)).to.contain('不会公开');
    });

    it('sets no native maxlength, and counts what a reader sees as characters', async () => {
      const { box } = await placed([], {
        limits: { body: 5, authorName: 3, contact: 3, pageSize: 50 },
      });
      expect(field(box, 'body').maxLength).to.equal(-1);
      await type(box, 'body', '𠮷👨‍👩‍👧é');
      expect(textOf(part(box, 'characters'))).to.equal('还可以输入 2 个字');
      await type(box, 'body', '一二三四五六七');
      expect(textOf(part(box, 'characters'))).to.equal('已超出 2 个字');
    });

    it('says all that is wrong at once, leads to it, and keeps what was typed', async () => {
      const { box, provider } = await placed([], {
        captcha: ['code'],
        limits: { body: 5, authorName: 3, contact: 3, pageSize: 50 },
      });
      await type(box, 'body', '一二三四五六');
      await type(box, 'authorName', '一二三四');
      part(box, 'submit').click();
      await waitUntil(() => focused(box) && focused(box) === parts(box, 'error-summary')[0]);
      expect(parts(box, 'problem').map(textOf)).to.deep.equal([
        '最多 5 个字',
        '最多 3 个字',
        '请阅读并同意后再提交',
        '请完成验证',
      ]);
      for (const id of ['body', 'authorName', 'consent', 'captcha']) {
        const input = field(box, id);
        expect(input.getAttribute('aria-invalid'), id).to.equal('true');
        const described = input.getAttribute('aria-describedby')!.split(' ').pop()!;
        expect(within(box).getElementById(described)!.part.contains('problem'), id).to.equal(true);
      }
      control(box, '称呼：最多 3 个字').click();
      await waitUntil(() => focused(box) === field(box, 'authorName'));
      expect(field(box, 'body').value).to.equal('一二三四五六');
      expect(provider.receipts.size).to.equal(0);
      await expectAccessible(box);
    });

    for (const [name, text] of Object.entries({
      nothing: '',
      blanks: ' \n\t　',
      'zero-width characters': '\u200b\u200d\u2060',
      'a filler that passes for a letter': '\u3164',
    })) {
      it(`does not send ${name}`, async () => {
        const { box, provider } = await placed();
        await fill(box, text);
        await post(box);
        expect(parts(box, 'problem').map(textOf)).to.deep.equal(['请填写']);
        expect(provider.receipts.size).to.equal(0);
      });
    }

    it('shows the notice in the language of the page that comes closest', async () => {
      const { notice } = new MemoryCommentProvider().offered.consent!;
      const one = notice['zh-Hans']!;
      const version = '1';
      for (const [lang, handler] of Object.entries({ 'zh-TW': '繁', 'zh-CN': '简', ug: 'ئۇ' })) {
        const consent = {
          version,
          notice: {
            'zh-Hant': { ...one, handler: '繁' },
            'zh-Hans': { ...one, handler: '简' },
            ug: { ...one, handler: 'ئۇ' },
          },
        };
        const { box } = await placed([], { consent }, (element) => (element.lang = lang));
        expect(textOf(part(box, 'notice').querySelector('dd')!), lang).to.equal(handler);
      }
    });

    it('is not shown while there is no notice at all', async () => {
      const warnings = await warningsOf(async () => {
        const { box } = await place([], { consent: undefined });
        await waitUntil(() => parts(box, 'closed').length === 1);
        expect(parts(box, 'form')).to.have.length(0);
        box.insertAdjacentHTML('beforeend', '<p slot="notice">告知</p>');
        await waitUntil(() => parts(box, 'form').length === 1);
      });
      expect(warnings.join()).to.contain('slot "notice"');
    });

    it('shows the six points of the privacy notice before anything is collected', async () => {
      const { box } = await placed();
      const notice = part<HTMLDetailsElement>(box, 'notice');
      expect(notice.open).to.equal(true);
      expect(notice.querySelectorAll('dt')).to.have.length(6);
      expect(textOf(notice)).to.contain('演示机关，演示路 1 号');
      expect(field<HTMLInputElement>(box, 'consent').checked).to.equal(false);
    });

    it('takes the notice of the page in its place', async () => {
      const { box } = await placed([], { consent: undefined }, (one) => {
        one.innerHTML = '<p slot="notice">本页的告知</p>';
      });
      expect(box.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
      await type(box, 'body', '建议');
      await post(box);
      expect(parts(box, 'problem').map(textOf)).to.deep.equal(['请阅读并同意后再提交']);
    });

    it('can be kept from sending by the page', async () => {
      const { box, provider } = await placed();
      await fill(box);
      box.addEventListener('customs-comment-submit', (event) => event.preventDefault());
      const sent = oneEvent(box, 'customs-comment-submit');
      part(box, 'submit').click();
      expect(((await sent) as CustomEvent).detail).to.deep.equal({
        body: '建议增加办理时间。',
        authorName: '',
        parentId: null,
      });
      expect(provider.receipts.size).to.equal(0);
      expect(field(box, 'body').value).to.equal('建议增加办理时间。');
    });

    it('is sent by the keyboard alone', async () => {
      const { box, provider } = await placed();
      await type(box, 'body', '建议');
      field(box, 'consent').focus();
      await sendKeys({ press: 'Space' });
      part(box, 'submit').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => provider.receipts.size === 1);
    });
  });

  describe('a comment that is posted', () => {
    it('shows at once as 待审核 with its receipt number, and the form is empty again', async () => {
      const { box } = await placed(records(1));
      await fill(box);
      const accepted = oneEvent(box, 'customs-comment-accepted');
      await post(box);
      const { receipt } = ((await accepted) as CustomEvent<{ receipt: { token: string } }>).detail;
      expect(outcome(box)).to.contain('评论已提交，等待审核').and.to.contain(receipt.token);
      expect(focused(box)).to.equal(part(box, 'outcome'));
      const [own] = parts(box, 'comment');
      expect(textOf(own!)).to.contain('待审核').and.to.contain('建议增加办理时间。');
      expect(field(box, 'body').value).to.equal('');
      expect(field<HTMLInputElement>(box, 'consent').checked).to.equal(false);
      await expectAccessible(box);
    });

    it('copies its receipt number', async () => {
      const { box } = await placed();
      await fill(box);
      await post(box);
      const copied = oneEvent(box, 'customs-copy');
      part(box, 'copy').click();
      const { text } = ((await copied) as CustomEvent<{ text: string }>).detail;
      expect(text).to.equal(textOf(part(box, 'receipt-number')));
      await waitUntil(() => parts(box, 'feedback').map(textOf).join() === '已复制');
    });

    it('is sent once by a double click, and the button is never disabled', async () => {
      let requests = 0;
      const { box } = await placed([], {}, (_, provider) => {
        provider.submit = () => ((requests += 1), never());
      });
      await fill(box);
      const button = part<HTMLButtonElement>(box, 'submit');
      button.click();
      button.click();
      await waitUntil(() => requests > 0);
      await box.updateComplete;
      button.click();
      expect(requests).to.equal(1);
      expect(button.disabled).to.equal(false);
      expect(textOf(button)).to.equal('正在提交…');
      expect(field(box, 'body').readOnly).to.equal(true);
      await expectAccessible(box);
    });

    it('is 尚未确认 while nobody knows whether it arrived, and resolves itself', async () => {
      const { box, provider } = await placed();
      const { submit } = provider;
      const keys: string[] = [];
      provider.submit = async (thread, draft, options) => {
        keys.push(options.idempotencyKey);
        const receipt = await submit.call(provider, thread, draft, options);
        if (keys.length < 2) throw new ProviderError('offline', { retryAfterMs: 50 });
        return receipt;
      };
      await fill(box);
      await post(box);
      expect(outcome(box)).to.contain('尚未确认');
      expect(field(box, 'body').value).to.equal('建议增加办理时间。');
      await expectAccessible(box);
      await waitUntil(() => outcome(box).includes('等待审核'));
      expect(keys[0]).to.equal(keys[1]);
      expect(provider.receipts.size).to.equal(1);
    });

    it('is confirmed at once when the connection is back', async () => {
      const { box, provider } = await placed();
      const { submit } = provider;
      provider.submit = failing('offline', { retryAfterMs: 60_000 });
      await fill(box);
      await post(box);
      provider.submit = submit;
      window.dispatchEvent(new Event('online'));
      await waitUntil(() => outcome(box).includes('等待审核'));
    });

    it('can be taken back into the form while it is not confirmed', async () => {
      const { box } = await placed([], {}, (_, provider) => {
        provider.submit = failing('timeout', { retryAfterMs: 60_000 });
      });
      await fill(box);
      await post(box);
      part(box, 'take-back').click();
      await waitUntil(() => focused(box) === field(box, 'body'));
      expect(field(box, 'body').readOnly).to.equal(false);
      expect(field(box, 'body').value).to.equal('建议增加办理时间。');
    });

    for (const [kind, words] of [
      ['rate-limited', '操作过于频繁，请稍后再试'],
      ['parent', '要回复的评论已不存在'],
      ['closed', '评论目前关闭'],
      ['unauthorized', '请先登录本网站'],
      ['too-large', '内容过大'],
    ] as const) {
      it(`stays in the form when it is refused: ${kind}`, async () => {
        const { box } = await placed([], {}, (_, provider) => {
          provider.submit = failing(kind);
        });
        await fill(box);
        const failed = oneEvent(box, 'customs-comment-failed');
        await post(box);
        const { detail } = (await failed) as CustomEvent;
        expect(detail.operation).to.equal('submit');
        expect(detail.error.kind).to.equal(kind);
        const summary = part(box, 'error-summary');
        expect(textOf(summary)).to.contain(words).and.to.contain('没有丢失');
        await waitUntil(() => focused(box) === summary);
        expect(field(box, 'body').value).to.equal('建议增加办理时间。');
        expect(field(box, 'body').readOnly).to.equal(false);
      });
    }

    it('says how long to wait', async () => {
      const { box } = await placed([], {}, (_, provider) => {
        provider.submit = failing('rate-limited', { retryAfterMs: 90_000 });
      });
      await fill(box);
      await post(box);
      expect(textOf(part(box, 'error-summary'))).to.contain('2分钟后');
    });

    it('stays unconfirmed when a retry is sent to a sign-in page, which knows nothing of it', async () => {
      const { box, provider } = await placed();
      const { submit } = provider;
      const outcomes = [failing('offline', { retryAfterMs: 0 }), failing('unauthorized')];
      provider.submit = (...args) => (outcomes.shift() ?? submit.bind(provider))(...args);
      await fill(box);
      await post(box);
      await waitUntil(
        () => parts(box, 'outcome').length && outcome(box).includes('请先登录本网站'),
      );
      expect(outcome(box)).to.contain('尚未确认');
      expect(parts(box, 'error-summary')).to.have.length(0);
      part(box, 'confirm').click();
      await waitUntil(() => outcome(box).includes('等待审核'));
    });

    it('leads to what becomes of it whoever presses the button again', async () => {
      const { box } = await placed([record('1')], {}, (_, provider) => {
        provider.submit = failing('timeout', { retryAfterMs: 60_000 });
      });
      await fill(box);
      await post(box);
      expect(part(box, 'submit').getAttribute('aria-disabled')).to.equal('true');
      part(box, 'submit').click();
      await waitUntil(() => focused(box) === part(box, 'outcome'));
      field(box, 'body').focus();
      part(box, 'reply').click();
      await waitUntil(() => focused(box) === part(box, 'outcome'));
    });

    it('does not take the focus from a reader who has gone on', async () => {
      let answer!: () => void;
      const { box, provider } = await placed();
      const { submit } = provider;
      provider.submit = async (...args) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return submit.apply(provider, args);
      };
      await fill(box);
      part(box, 'submit').focus();
      part(box, 'submit').click();
      await waitUntil(() => answer);
      part<HTMLDetailsElement>(box, 'receipts').open = true;
      field<HTMLInputElement>(box, 'receipt').focus();
      answer();
      await waitUntil(() => parts(box, 'outcome').length === 1);
      expect(focused(box)).to.equal(field(box, 'receipt'));
    });

    it('does not move a page that has just been loaded', async () => {
      const { box, provider } = await placed([], {}, (_, one) => (one.submit = () => never()));
      await fill(box);
      part(box, 'submit').click();
      await waitUntil(() =>
        Object.values({ ...sessionStorage })
          .join()
          .includes('"sent"'),
      );
      box.remove();
      const { box: reloaded } = await placed([], {}, (one) => {
        one.captchaProvider = provider;
      });
      await waitUntil(
        () => parts(reloaded, 'outcome').length && outcome(reloaded).includes('等待审核'),
      );
      expect(focused(reloaded)).to.equal(null);
    });

    it('says in general what no field of the form stands for', async () => {
      const { box } = await placed([], {}, (_, provider) => {
        provider.submit = failing('validation', { fields: [{ field: 'lang', key: 'format' }] });
      });
      await fill(box);
      await post(box);
      expect(textOf(part(box, 'error-summary'))).to.contain('部分内容未被接受');
      expect(part(box, 'error-summary').querySelector('a')).to.equal(null);
    });

    it('empties the contact too', async () => {
      const { box } = await placed([], { contact: 'optional' });
      await fill(box);
      await type(box, 'contact', '13800000000');
      await post(box);
      expect(field<HTMLInputElement>(box, 'contact').value).to.equal('');
    });

    it('is marked with the language of the page, not of the interface', async () => {
      let lang: string | undefined;
      const { box, provider } = await placed([], {}, (one) => (one.lang = 'ug'));
      const { submit } = provider;
      provider.submit = (thread, draft, options) => {
        ({ lang } = draft);
        return submit.call(provider, thread, draft, options);
      };
      await fill(box);
      await post(box);
      expect(lang).to.equal('ug');
    });

    it('says so before anything is written where the engine wants people to sign in', async () => {
      const { box } = await placed([], { identity: 'required' }, (one) => {
        one.identityProvider = { token: () => Promise.resolve(undefined), signIn: () => undefined };
      });
      await waitUntil(() => parts(box, 'signed-out').length === 1);
      expect(textOf(part(box, 'signed-out'))).to.contain('登录后才能发表评论');
      await expectAccessible(box);
    });

    it('keeps who somebody is to itself when the engine does not ask', async () => {
      let asked = 0;
      const { box } = await placed([], { identity: 'off' }, (one) => {
        one.identityProvider = { token: () => Promise.resolve(String((asked += 1))) };
      });
      await fill(box);
      await post(box);
      expect(asked).to.equal(0);
    });

    it('leads to the sign-in of the page', async () => {
      let signedIn = 0;
      const { box } = await placed([], {}, (one, provider) => {
        provider.submit = failing('unauthorized');
        one.identityProvider = {
          token: () => Promise.resolve(undefined),
          signIn: () => (signedIn += 1),
        };
      });
      await fill(box);
      await post(box);
      control(box, '登录').click();
      expect(signedIn).to.equal(1);
    });

    it('carries the identity of the page’s own sign-in', async () => {
      let identity: string | undefined;
      const { box, provider } = await placed([], { identity: 'optional' }, (one) => {
        one.identityProvider = { token: () => Promise.resolve('a token') };
      });
      const { submit } = provider;
      provider.submit = (thread, draft, options) => {
        ({ identity } = options);
        return submit.call(provider, thread, draft, options);
      };
      await fill(box);
      await post(box);
      expect(identity).to.equal('a token');
    });

    it('asks for the new notice when it has changed meanwhile', async () => {
      const { box, provider } = await placed();
      const { submit } = provider;
      provider.submit = failing('consent');
      const consent = { ...provider.offered.consent!, version: '2' };
      provider.capabilities = () => Promise.resolve({ ...provider.offered, consent });
      await fill(box);
      await post(box);
      await waitUntil(() => !field<HTMLInputElement>(box, 'consent')?.checked);
      expect(textOf(part(box, 'error-summary'))).to.contain('告知内容已更新');
      provider.submit = submit;
      field<HTMLInputElement>(box, 'consent').click();
      part(box, 'submit').click();
      await waitUntil(() => provider.receipts.size === 1);
    });
  });

  describe('its captcha', () => {
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
  });

  describe('the draft', () => {
    const text = '写了很久的建议';

    it('comes back after a reload', async () => {
      const { box, provider } = await placed();
      await type(box, 'body', text);
      await type(box, 'authorName', '张三');
      box.remove();
      const { box: reloaded } = await placed([], {}, (one) => (one.provider = provider));
      expect(field(reloaded, 'body').value).to.equal(text);
      expect(field(reloaded, 'authorName').value).to.equal('张三');
    });

    it('stays through a move in the page and a change of language', async () => {
      const { box } = await placed();
      await fill(box, text);
      (await fixture<HTMLElement>(html`<section></section>`)).append(box);
      box.lang = 'en';
      await waitUntil(() => textOf(part(box, 'submit')) === 'Post a comment');
      expect(field(box, 'body').value).to.equal(text);
      expect(field<HTMLInputElement>(box, 'consent').checked).to.equal(true);
    });

    it('is one for each of two boxes on a thread', async () => {
      const { box: one } = await placed();
      const { box: two } = await placed();
      await type(one, 'body', '一');
      await type(two, 'body', '二');
      expect(field(one, 'body').value).to.equal('一');
      expect(Object.values({ ...sessionStorage })).to.have.length(2);
      one.remove();
      two.remove();
    });

    it('warns, and holds the reader back, where it cannot be stored', async () => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      try {
        const { box } = await placed();
        await type(box, 'body', text);
        expect(textOf(part(box, 'form'))).to.contain('无法保存草稿');
        const event = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(event);
        expect(event.defaultPrevented).to.equal(true);
        await type(box, 'body', '');
        const other = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(other);
        expect(other.defaultPrevented).to.equal(false);
      } finally {
        Storage.prototype.setItem = setItem;
      }
    });
  });

  describe('the records', () => {
    it('come newest first, or oldest first, as the reader likes', async () => {
      const { box } = await placed(records(3));
      const shown = (): string[] => parts(box, 'text').map(textOf);
      expect(shown()).to.deep.equal(['评论 3', '评论 2', '评论 1']);
      expect(textOf(part(box, 'count'))).to.equal('共 3 条评论');
      const select = within(box).querySelector('select')!;
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change'));
      await waitUntil(() => shown()[0] === '评论 1');
    });

    it('come page by page, and the focus goes to what came last', async () => {
      const { box, provider } = await placed(records(45), {}, (one) => (one.pageSize = 20));
      const limits: number[] = [];
      const { list } = provider;
      provider.list = (thread, request) => {
        limits.push(request.limit);
        return list.call(provider, thread, request);
      };
      expect(parts(box, 'comment')).to.have.length(20);
      part(box, 'more').click();
      await waitUntil(() => parts(box, 'comment').length === 40);
      part(box, 'more').click();
      await waitUntil(() => parts(box, 'comment').length === 45);
      await waitUntil(() => focused(box) === parts(box, 'comment')[40]);
      expect(parts(box, 'more')).to.have.length(0);
      expect(limits).to.deep.equal([20, 20]);
      expect(new Set(parts(box, 'text').map(textOf)).size).to.equal(45);
    });

    it('cost nothing where nobody looks', async () => {
      const { box } = await placed(records(60), {}, (one) => (one.pageSize = 20));
      part(box, 'more').click();
      await waitUntil(() => parts(box, 'comment').length === 40);
      const lists = [...within(box).querySelectorAll('.records .list')];
      expect(lists).to.have.length(2);
      for (const list of lists) expect(getComputedStyle(list).contentVisibility).to.equal('auto');
    });

    it('show official replies with the comment, and other replies when asked for', async () => {
      const { box } = await placed([
        record('1'),
        record('2', { parentId: '1', authorName: '李四' }),
        record('3', { parentId: '1', kind: 'official-reply', authorName: '海关总署' }),
      ]);
      expect(textOf(part(box, 'official')))
        .to.contain('官方回复')
        .and.to.contain('海关总署');
      control(box, '查看 1 条回复').click();
      await waitUntil(() => parts(box, 'comment').length === 3);
      expect(parts(box, 'replies')).to.have.length(0);
      await waitUntil(() => focused(box)?.classList.contains('comment'));
      await expectAccessible(box);
    });

    it('are answered in the form', async () => {
      let parentId: string | undefined;
      const { box, provider } = await placed([record('1', { authorName: '王五' })]);
      const { submit } = provider;
      provider.submit = (thread, draft, options) => {
        ({ parentId } = draft);
        return submit.call(provider, thread, draft, options);
      };
      control(box, '回复：王五').click();
      await waitUntil(() => focused(box) === field(box, 'body'));
      expect(textOf(part(box, 'reply-to'))).to.contain('回复：王五');
      await fill(box);
      await post(box);
      expect(parentId).to.equal('1');
    });

    it('are no longer answered when the reader says so, and the text stays', async () => {
      const { box } = await placed([record('1', { authorName: '王五' })]);
      control(box, '回复：王五').click();
      await waitUntil(() => focused(box) === field(box, 'body'));
      await fill(box);
      const typed = field(box, 'body').value;
      control(box, '取消回复').click();
      await waitUntil(() => focused(box) === field(box, 'body'));
      expect(parts(box, 'reply-to')).to.have.length(0);
      expect(typed.length).to.be.above(0);
      expect(field(box, 'body').value).to.equal(typed);
    });

    it('are plain text with safe links, whatever they look like', async () => {
      const body =
        '<img src=x onerror=alert(1)> 见https://www.gov.cn/a?b=(1)。还有 javascript:alert(1)、https://gov.cn@evil.example/ 第二';
      const { box } = await placed([record('1', { body: `${body}\n行` })]);
      expect(within(box).querySelector('.records img')).to.equal(null);
      expect(part(box, 'text').textContent.trim()).to.equal(`${body}\n行`);
      const links = parts(box, 'link') as HTMLAnchorElement[];
      expect(links.map(({ href }) => href)).to.deep.equal(['https://www.gov.cn/a?b=(1']);
      expect(links[0]!.rel).to.contain('nofollow').and.to.contain('noopener');
    });

    it('link nothing that leads elsewhere than it reads', async () => {
      const tricks = [
        'https://www.customs.gov.cn\u2044rules.example.com',
        'https://www.customs.gov.cn\u2215a.example.com',
        'https://\u0441ustoms.gov.cn/',
        'https://gov.cn\uff61example.com/',
      ];
      const { box } = await placed([record('1', { body: tricks.join(' ') })]);
      expect(parts(box, 'link')).to.have.length(0);
    });

    it('are there although the engine does not count them', async () => {
      const { box } = await place(records(2), {}, (one, provider) => {
        one.hideWhenEmpty = true;
        const { list } = provider;
        provider.list = async (...args) => {
          const { items, nextCursor } = await list.apply(provider, args);
          return { items, nextCursor, total: undefined };
        };
      });
      await waitUntil(() => parts(box, 'comment').length === 2);
      expect(parts(box, 'count')).to.have.length(0);
      expect(within(box).querySelector('select')).not.to.equal(null);
    });

    it('count replies too, as the number elsewhere on the page does', async () => {
      const { box } = await placed([record('1'), record('2', { parentId: '1' })]);
      expect(textOf(part(box, 'count'))).to.equal('共 2 条评论');
    });

    it('show a comment of this visit once, as it stands, when the list has it', async () => {
      const { box, provider } = await placed();
      await fill(box);
      await post(box);
      const [{ record: own }] = [...provider.receipts.values()] as unknown as [
        { record: CommentRecord },
      ];
      provider.records = [{ ...own, status: 'published' }];
      box.reload();
      await waitUntil(() => parts(box, 'posted').length === 0);
      expect(parts(box, 'comment')).to.have.length(1);
      expect(textOf(part(box, 'comment'))).not.to.contain('待审核');
      expect(parts(box, 'reply')).to.have.length(1);
    });

    it('unfold when somebody comes to a link in them', async () => {
      const body = `${'很长的评论。'.repeat(200)}https://www.gov.cn/`;
      const { box } = await placed([record('1', { body })]);
      part(box, 'link').focus();
      await waitUntil(() => part(box, 'toggle').getAttribute('aria-expanded') === 'true');
      expect(part(box, 'text').scrollTop).to.equal(0);
    });

    it('keep the focus when more of them do not come', async () => {
      const { box, provider } = await placed(records(30));
      provider.list = failing('server');
      part(box, 'more').focus();
      part(box, 'more').click();
      await waitUntil(() => focused(box)?.part.contains('retry'));
    });

    it('fold long comments', async () => {
      const { box } = await placed([record('1', { body: '很长的评论。'.repeat(200) })]);
      const text = part(box, 'text');
      const folded = text.clientHeight;
      expect(folded).to.be.lessThan(text.scrollHeight);
      const toggle = control(box, '展开全文');
      toggle.click();
      await box.updateComplete;
      expect(text.clientHeight).to.be.greaterThan(folded);
      expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    });

    it('say when they were written', async () => {
      const { box } = await placed([record('1', { createdAt: new Date().toISOString() })]);
      const time = part<HTMLTimeElement>(box, 'time');
      expect(textOf(time)).to.match(/年.*月.*日/);
      expect(textOf(time)).to.match(/现在$/);
      expect(Number.isNaN(Date.parse(time.dateTime))).to.equal(false);
    });

    for (const [minutes, words] of [
      [1.5, '1分钟前'],
      [47 * 60, '1天前'],
      [49 * 60, '2天前'],
      [-3, '现在'],
    ] as const) {
      it(`say ${words} for what was written ${minutes} minutes ago`, async () => {
        const createdAt = new Date(Date.now() - minutes * 60_000).toISOString();
        const { box } = await placed([record('1', { createdAt })]);
        expect(textOf(part(box, 'time')).endsWith(words)).to.equal(true);
      });
    }

    it('can be reported', async () => {
      const reports: unknown[] = [];
      const { box } = await placed([record('1', { authorName: '王五' })], {}, (_, provider) => {
        provider.report = (...args: unknown[]) => Promise.resolve(void reports.push(args));
      });
      control(box, '举报 王五 的评论').click();
      await waitUntil(() => focused(box)?.part.contains('report-panel'));
      await expectAccessible(box);
      within(box).querySelector<HTMLInputElement>('[value=abuse]')!.click();
      control(box, '提交举报').click();
      await waitUntil(() => textOf(part(box, 'report')) === '已举报');
      expect((reports[0] as unknown[]).slice(0, 2)).to.deep.equal(['1', 'abuse']);
    });

    it('close the report by Escape, and the focus goes back to its button', async () => {
      const { box } = await placed([record('1')]);
      part(box, 'report').click();
      await waitUntil(() => focused(box)?.part.contains('report-panel'));
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => focused(box) === part(box, 'report'));
      expect(parts(box, 'report-panel')).to.have.length(0);
    });

    it('keep the report open when it fails', async () => {
      const { box } = await placed([record('1')], {}, (_, provider) => {
        provider.report = failing('rate-limited');
      });
      part(box, 'report').click();
      await box.updateComplete;
      control(box, '提交举报').click();
      await waitUntil(() => textOf(part(box, 'report-panel')).includes('操作过于频繁'));
    });

    it('fail without the form, and come by a retry', async () => {
      const { box, provider } = await place(records(1), {}, (_, one) => {
        one.list = failing('server');
      });
      await waitUntil(() => parts(box, 'error').length === 1);
      expect(textOf(part(box, 'error'))).to.contain('评论暂时无法显示');
      await expectAccessible(box);
      await fill(box);
      provider.list = new MemoryCommentProvider(records(1)).list.bind(
        new MemoryCommentProvider(records(1)),
      );
      part(box, 'retry').click();
      await waitUntil(() => parts(box, 'comment').length === 1);
      expect(field(box, 'body').value).to.equal('建议增加办理时间。');
    });

    it('come although the form fails', async () => {
      const { box, provider } = await place(records(2), {}, (_, one) => {
        one.capabilities = failing('server');
      });
      await waitUntil(() => parts(box, 'error').length === 1);
      expect(textOf(part(box, 'error'))).to.contain('暂时不能发表评论');
      expect(parts(box, 'comment')).to.have.length(2);
      provider.capabilities = () => Promise.resolve(provider.offered);
      part(box, 'retry').click();
      await waitUntil(() => field(box, 'body'));
    });

    it('come by themselves when the connection is back', async () => {
      const { box, provider } = await place(records(2), {}, (_, one) => {
        one.list = failing('offline');
      });
      await waitUntil(() => parts(box, 'error').length === 1);
      const other = new MemoryCommentProvider(records(2));
      provider.list = other.list.bind(other);
      window.dispatchEvent(new Event('online'));
      await waitUntil(() => parts(box, 'comment').length === 2);
    });

    it('hide while there are none, when the page wants that', async () => {
      const hide = (box: CustomsCommentBox): void => void (box.hideWhenEmpty = true);
      const { box } = await placed([], {}, hide);
      expect(parts(box, 'records')).to.have.length(0);
      expect(field(box, 'body')).not.to.equal(null);
      const { box: closed } = await place([], { open: false }, hide);
      await waitUntil(() => closed.getBoundingClientRect().height === 0);
      const { box: full } = await placed(records(1), { open: false }, hide);
      expect(parts(full, 'comment')).to.have.length(1);
    });

    it('say how many there are to the page', async () => {
      let detail: unknown;
      await placed(records(3), {}, (box) =>
        box.addEventListener('customs-comment-count', (event) => ({ detail } = event)),
      );
      expect(detail).to.deep.equal({ thread: 't', count: 3 });
    });

    it('stand alone when comments are closed', async () => {
      const { box } = await placed(records(1), { open: false });
      expect(textOf(part(box, 'closed'))).to.equal('评论目前关闭');
      expect(parts(box, 'form')).to.have.length(0);
      expect(parts(box, 'reply')).to.have.length(0);
    });
  });

  it('writes the comments anew in another language', async () => {
    const { box } = await placed([record('1', { body: '很长的评论。'.repeat(200) })]);
    expect(textOf(part(box, 'toggle'))).to.equal('展开全文');
    box.lang = 'en';
    await waitUntil(() => textOf(part(box, 'toggle')) === 'Show all');
    expect(textOf(part(box, 'author'))).to.equal('Anonymous');
  });

  describe('the receipt', () => {
    async function lookUp(box: CustomsCommentBox, token: string): Promise<void> {
      part<HTMLDetailsElement>(box, 'receipts').open = true;
      await type(box, 'receipt', token);
      part(box, 'look-up').click();
      await waitUntil(() => within(box).querySelector('.result'), 'no result');
    }

    it('tells how the comment stands, and withdraws it after a second yes', async () => {
      const { box } = await placed();
      await fill(box);
      await post(box);
      const token = textOf(part(box, 'receipt-number'));
      const told = oneEvent(box, 'customs-comment-status');
      await lookUp(box, ` ${token} `);
      expect(((await told) as CustomEvent).detail.status.status).to.equal('pending');
      expect(textOf(part(box, 'receipt'))).to.contain('待审核');
      part(box, 'withdraw').click();
      await waitUntil(() => focused(box)?.classList.contains('withdrawal'));
      expect(textOf(part(box, 'receipt'))).to.contain('不能恢复');
      await expectAccessible(box);
      control(box, '确认撤回').click();
      await waitUntil(() => textOf(part(box, 'receipt')).includes('已撤回'));
      expect(textOf(part(box, 'posted')))
        .to.contain('已撤回')
        .and.not.to.contain('建议增加');
      expect(parts(box, 'outcome')).to.have.length(0);
    });

    it('shows why a comment was rejected, and what was answered', async () => {
      const { box, provider } = await placed();
      const status = {
        id: '1',
        createdAt: '2026-11-01T00:00:00Z',
        updatedAt: '2026-11-02T00:00:00Z',
        replies: [],
      };
      provider.status = () =>
        Promise.resolve({
          ...status,
          status: 'rejected' as const,
          reason: { code: 'off-topic', note: '请到\n业务咨询栏目。' },
        });
      await lookUp(box, 'A');
      expect(textOf(part(box, 'receipt')))
        .to.contain('未通过')
        .and.to.contain('原因：与主题无关')
        .and.to.contain('业务咨询栏目');
      provider.status = () =>
        Promise.resolve({
          ...status,
          status: 'published' as const,
          reason: null,
          replies: [record('9', { kind: 'official-reply', body: '已处理' })],
        });
      await lookUp(box, 'B');
      await waitUntil(() => textOf(part(box, 'receipt')).includes('已答复'));
      expect(textOf(part(box, 'receipt')))
        .to.contain('官方回复')
        .and.to.contain('已处理');
    });

    it('says when there is none of that number, and when none was given', async () => {
      const { box } = await placed();
      part<HTMLDetailsElement>(box, 'receipts').open = true;
      part(box, 'look-up').click();
      await waitUntil(() => focused(box) === field(box, 'receipt'));
      expect(parts(box, 'problem').map(textOf)).to.deep.equal(['请填写']);
      await lookUp(box, 'nonsense');
      expect(textOf(part(box, 'receipts'))).to.contain('没有找到');
    });
  });

  it('keeps the author’s own text in sight until it is ready, and when it fails', async () => {
    const { box } = await place([], {}, (one, provider) => {
      one.innerHTML = '<a href="form">发表评论</a>';
      provider.capabilities = () => never();
    });
    expect(box.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
    const { box: failed } = await placed([], {}, (one, provider) => {
      one.innerHTML = '<a href="form">发表评论</a>';
      provider.capabilities = failing('server');
    });
    expect(failed.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('keeps properties that were set before the element was defined', async () => {
    const name = 'customs-comment-box-later';
    const box = document.createElement(name) as CustomsCommentBox;
    Object.assign(box, { lang: 'zh-Hans', provider: new MemoryCommentProvider(records(1)) });
    await fixture(html`<div>${box}</div>`);
    CustomsCommentBox.define(name);
    await waitUntil(() => parts(box, 'comment').length === 1);
  });

  it('turns to another thread, with the draft of that one', async () => {
    const { box, provider } = await placed(records(1));
    await type(box, 'body', '关于甲');
    provider.records = records(2);
    box.thread = 'other';
    await waitUntil(() => parts(box, 'comment').length === 2 && field(box, 'body'));
    expect(field(box, 'body').value).to.equal('');
    box.thread = 't';
    await waitUntil(() => field(box, 'body')?.value === '关于甲');
  });

  it('asks for nothing while it is out of the page', async () => {
    const { box, provider } = await placed();
    let asked = 0;
    const { list } = provider;
    provider.list = (...args) => ((asked += 1), list.apply(provider, args));
    const parent = box.parentElement!;
    box.remove();
    box.thread = 'other';
    await box.updateComplete;
    expect(asked).to.equal(0);
    parent.append(box);
    await waitUntil(() => asked === 1);
  });

  it('reads everything again when told to, and keeps what is in the form', async () => {
    const { box, provider } = await placed(records(1));
    await type(box, 'body', '写了一半');
    provider.records = records(3);
    box.reload();
    await waitUntil(() => parts(box, 'comment').length === 3);
    expect(field(box, 'body').value).to.equal('写了一半');
  });

  it('asks again about a comment that was on its way when it was taken out of the page', async () => {
    const answers: (() => void)[] = [];
    const { box, provider } = await placed();
    const { submit } = provider;
    const keys: string[] = [];
    provider.submit = async (...args) => {
      keys.push(args[2].idempotencyKey);
      await new Promise<void>((resolve) => answers.push(resolve));
      return submit.apply(provider, args);
    };
    await fill(box);
    part(box, 'submit').click();
    await waitUntil(() => answers.length === 1);
    const parent = box.parentElement!;
    box.remove();
    answers[0]!();
    await waitUntil(() => provider.receipts.size === 1);
    expect(sessionStorage).to.have.length(1);
    parent.append(box);
    await waitUntil(() => answers.length === 2);
    answers[1]!();
    await waitUntil(() => parts(box, 'outcome').length === 1 && outcome(box).includes('等待审核'));
    expect(keys[0]).to.equal(keys[1]);
    expect(provider.receipts.size).to.equal(1);
    expect(sessionStorage).to.have.length(0);
  });

  it('goes on with a comment under way when it is moved, without asking again', async () => {
    let requests = 0;
    let answer!: () => void;
    const { box, provider } = await placed();
    const { submit } = provider;
    provider.submit = async (...args) => {
      requests += 1;
      await new Promise<void>((resolve) => (answer = resolve));
      return submit.apply(provider, args);
    };
    await fill(box);
    part(box, 'submit').click();
    await waitUntil(() => requests === 1);
    (await fixture<HTMLElement>(html`<section></section>`)).append(box);
    answer();
    await waitUntil(() => parts(box, 'outcome').length === 1);
    expect(requests).to.equal(1);
  });

  it('leaves the next draft alone when another box has finished the comment meanwhile', async () => {
    const { box, provider } = await placed();
    const { submit } = provider;
    let answer!: () => void;
    let late!: Promise<unknown>;
    provider.submit = (...args) => {
      const held = new Promise<void>((resolve) => (answer = resolve));
      const answered = held.then(() => submit.apply(provider, args));
      late = answered;
      return answered;
    };
    await fill(box);
    part(box, 'submit').click();
    await waitUntil(() => answer);
    box.remove();
    provider.submit = submit;
    const { box: next } = await placed([], {}, (one) =>
      Object.assign(one, { provider, captchaProvider: provider }),
    );
    await waitUntil(() => parts(next, 'outcome').length === 1);
    await type(next, 'body', '下一条');
    answer();
    await late;
    expect(JSON.stringify({ ...sessionStorage })).to.contain('下一条');
    expect(field(next, 'body').value).to.equal('下一条');
    expect(provider.receipts.size).to.equal(1);
  });

  it('keeps all it shows when the page changes its sign-in, its captcha or the size of pages', async () => {
    const { box, provider } = await placed(records(3), { contact: 'optional' });
    await fill(box);
    await post(box);
    const number = textOf(part(box, 'receipt-number'));
    await type(box, 'contact', '12345');
    box.identityProvider = { token: () => Promise.resolve('x') };
    box.captchaProvider = new MemoryCommentProvider();
    box.pageSize = 2;
    await waitUntil(() => parts(box, 'more').length === 1);
    expect(textOf(part(box, 'receipt-number'))).to.equal(number);
    expect(field<HTMLInputElement>(box, 'contact').value).to.equal('12345');
    expect(provider.receipts.size).to.equal(1);
  });

  it('says what it needs, and which values it takes', async () => {
    const warnings = await warningsOf(async () => {
      const box = document.createElement('customs-comment-box');
      box.setAttribute('engine', 'disqus');
      box.setAttribute('sort', 'best');
      box.innerHTML = '<p>评论</p>';
      await fixture(html`<div>${box}</div>`);
      await box.updateComplete;
      expect(box.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
      // It waits a moment for a script that sets the provider.
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(warnings.join('\n')).to.contain('needs an endpoint').and.to.contain('"waline"');
  });

  it('says that made-up comments are made up', async () => {
    const { box } = await placed([], { demo: true });
    expect(textOf(part(box, 'demo'))).to.equal('演示数据');
  });

  for (const width of [320, 1280]) {
    for (const lang of ['zh-Hans', 'en']) {
      for (const theme of ['light', 'dark', 'contrast'] as const) {
        it(`is accessible at ${width} px in ${lang}, ${theme}`, async () => {
          await setViewport({ width, height: 800 });
          const { box } = await placed(
            [
              record('1', { body: '很长的评论。'.repeat(200) }),
              record('2', { parentId: '1' }),
              record('3', { parentId: '1', kind: 'official-reply' }),
              record('4', { status: 'withdrawn', body: '' }),
            ],
            { contact: 'optional', captcha: ['pow', 'code'] },
            (one) => Object.assign(one, { lang, theme }),
          );
          await waitUntil(() => within(box).querySelector('form'));
          await expectAccessible(box);
          expect(box.scrollWidth).to.be.at.most(width);
          part(box, 'submit').click();
          await waitUntil(() => parts(box, 'error-summary').length === 1);
          await expectAccessible(box);
          await setViewport({ width: 1280, height: 800 });
        });
      }
    }
  }
});
