import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import {
  control,
  expectAccessible,
  part,
  parts,
  textOf,
  warningsOf,
  within,
} from '../../fixtures/page.js';
import { field, fill, focused, place, placed, post, startAfresh, type } from './box.js';

describe('the form of <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('has what the seed page has: 发表评论, 验证码, 评论记录, 未查询到任何数据！', async () => {
    const { box } = await placed([], { captcha: ['code'] });
    for (const words of ['发表评论', '验证码', '评论记录', '未查询到任何数据！']) {
      await waitUntil(() => textOf(within(box)).includes(words), words);
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

  it('counts bytes where the service limits them, and says what takes so many', async () => {
    const { box, provider } = await placed([], {
      limits: { body: 5, bodyBytes: 30, authorName: 3, contact: 3, pageSize: 50 },
    });
    await type(box, 'body', '👨‍👩‍👧‍👦');
    expect(textOf(part(box, 'characters'))).to.equal('还可以输入 1 个字');
    await type(box, 'body', '👨‍👩‍👧‍👦一');
    expect(textOf(part(box, 'characters'))).to.equal('还可以输入 0 个字');
    await fill(box, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦');
    const words = '表情或特殊符号过多，请删去一些';
    await waitUntil(() => textOf(part(box, 'characters')) === words);
    expect(part(box, 'characters').classList.contains('over')).to.equal(true);
    await post(box);
    expect(parts(box, 'problem').map(textOf)).to.deep.equal([words]);
    expect(provider.receipts.size).to.equal(0);
    await type(box, 'body', '一二三四五六');
    expect(textOf(part(box, 'characters'))).to.equal('已超出 1 个字');
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
