import { expect, waitUntil } from '@open-wc/testing';
import {
  CustomsCommentBox,
  CustomsDutyList,
  CustomsProfileCard,
  CustomsRankLadder,
} from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';
import {
  control,
  expectAccessible,
  part,
  parts,
  place,
  settled,
  textOf,
} from '../fixtures/page.js';
import { replace } from '../fixtures/replace.js';

for (const element of [CustomsProfileCard, CustomsDutyList, CustomsRankLadder, CustomsCommentBox]) {
  element.define();
}

let restore: (() => void)[];
const without = <T extends object>(target: T, name: keyof T, value?: unknown): void =>
  void restore.push(replace(target, name, value));
const noClipboard = (): void => {
  without(navigator, 'clipboard');
  without(document, 'execCommand');
};
const agent = (text: string): void => without(navigator, 'userAgent', text);

const card = async (lang = 'zh-Hans'): Promise<CustomsProfileCard> =>
  settled(await place('customs-profile-card', sample, (one) => (one.lang = lang)));
const field = (element: Element): HTMLTextAreaElement => part(element, 'by-hand');
const spoken = (): string => textOf(document.querySelector('[data-customs-announcer]')!);
const says = (element: Element, words: string): Promise<void> =>
  waitUntil(() => parts(element, 'feedback').some((one) => textOf(one).includes(words)), words);
/** Waits until the text to copy is focused. */
const selects = (element: Element): Promise<void> =>
  waitUntil(() => focused(element) && focused(element) === parts(element, 'by-hand')[0]);
const focused = ({ shadowRoot }: Element): Element | null => shadowRoot!.activeElement;

/** The browsers inside apps, and one that is none. */
const AGENTS = {
  wechat:
    'Mozilla/5.0 (Linux; Android 14; Pixel Build/A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36 XWEB/1300 MMWEBSDK/2024 MicroMessenger/8.0.55 WeChat/arm64',
  wechatOnApple:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.55 NetType/WIFI Language/zh_CN',
  android:
    'Mozilla/5.0 (Linux; Android 14; Pixel Build/A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
};

describe('what a browser does not do is left to the reader', () => {
  let downloads: string[];
  beforeEach(() => {
    restore = [];
    downloads = [];
    without(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      downloads.push(this.download);
    });
  });
  afterEach(() => {
    restore.reverse().forEach((undo) => undo());
    window.dispatchEvent(new Event('pagehide'));
  });

  it('copying: the address stands selected in a field, and is said', async () => {
    noClipboard();
    const one = await card();
    control(one, '复制链接').click();
    await says(one, '复制失败，请选择文字后手动复制');
    await selects(one);
    const { value, readOnly, selectionStart, selectionEnd } = field(one);
    expect({ value, readOnly, selectionStart, selectionEnd }).to.deep.equal({
      value: sample.url,
      readOnly: true,
      selectionStart: 0,
      selectionEnd: value.length,
    });
    await waitUntil(() => spoken().includes('复制失败'));
    expect(document.querySelector('textarea'), 'nothing stays on the page').to.equal(null);
    await expectAccessible(one);
  });

  it('copying: the field goes when copying works again', async () => {
    noClipboard();
    const one = await card();
    control(one, '复制链接').click();
    await waitUntil(() => parts(one, 'by-hand').length);
    without(document, 'execCommand', () => true);
    control(one, '复制链接').click();
    await says(one, '已复制');
    expect(parts(one, 'by-hand')).to.deep.equal([]);
  });

  it('copying: a duty stands in a field under it, with its source', async () => {
    noClipboard();
    const list = await settled(await place('customs-duty-list', sample));
    const row = parts(list, 'duty')[1]!;
    row.querySelector<HTMLElement>('[part=copy]')!.click();
    await selects(list);
    expect(row.contains(field(list))).to.equal(true);
    expect(field(list).value).to.contain(sample.duties!.items[1]!.title);
  });

  it('copying: the reader who has gone on is not called back by a later rendering', async () => {
    noClipboard();
    const one = await card();
    control(one, '复制链接').click();
    await selects(one);
    control(one, '打印').focus();
    one.requestUpdate();
    await one.updateComplete;
    expect(focused(one)).to.equal(control(one, '打印'));
  });

  it('saving: without files, the content is there to copy', async () => {
    without(URL, 'createObjectURL');
    const one = await card();
    let saved = 0;
    one.addEventListener('customs-download', () => (saved += 1));
    control(one, '保存名片').click();
    await says(one, '此浏览器不能保存文件');
    expect(field(one).value).to.match(/^BEGIN:VCARD/);
    await waitUntil(() => spoken().includes('此浏览器不能保存文件'));
    expect(saved, 'no event for what was not saved').to.equal(0);
    let copied = '';
    without(navigator, 'clipboard', {
      writeText: (text: string) => Promise.resolve(void (copied = text)),
    });
    control(one, '复制').click();
    await says(one, '已复制');
    expect(copied).to.match(/^BEGIN:VCARD/);
    await expectAccessible(one);
  });

  it('saving: if the content cannot be copied either, it is selected', async () => {
    noClipboard();
    without(URL, 'createObjectURL');
    const list = await settled(await place('customs-duty-list', sample));
    control(list, '下载 CSV').click();
    await says(list, '此浏览器不能保存文件');
    expect(focused(list)).not.to.equal(field(list));
    control(list, '复制').click();
    await says(list, '复制失败');
    await selects(list);
  });

  for (const [app, said, isTried] of [
    ['wechat', '如果没有保存成功，请用其他浏览器打开本页', true],
    ['wechatOnApple', '此浏览器不能保存文件', false],
    ['android', '如果没有保存成功', true],
  ] as const) {
    it(`saving: an app may save nothing: ${app}`, async () => {
      agent(AGENTS[app]);
      const one = await card();
      control(one, '保存名片').click();
      await says(one, said);
      expect(downloads.length > 0, 'iOS would open the file in place of the page').to.equal(
        isTried,
      );
      const text = parts(one, 'feedback').map(textOf).join();
      expect(text.includes('在微信里，请点右上角')).to.equal(app !== 'android');
    });
  }

  it('saving: a browser of its own says nothing', async () => {
    agent(AGENTS.safari);
    const one = await card();
    control(one, '保存名片').click();
    await waitUntil(() => downloads.length === 1);
    await one.updateComplete;
    expect(parts(one, 'feedback')).to.deep.equal([]);
  });

  it('saving: a frame with a sandbox may save nothing', async () => {
    without(window, 'origin', 'null');
    const one = await card('en');
    control(one, 'Save contact').click();
    await says(one, 'If no file was saved');
    expect(downloads).to.have.length(1);
  });

  it('printing: an app that does nothing', async () => {
    agent(AGENTS.wechat);
    without(window, 'print', () => undefined);
    const ladder = await settled(await place('customs-rank-ladder', sample));
    control(ladder, '打印').click();
    await says(ladder, '如果没有开始打印，请用其他浏览器打开本页。 在微信里，请点右上角');
    expect(field(ladder).value).to.equal(location.href);
    await waitUntil(() => spoken().includes('如果没有开始打印'));
    await expectAccessible(ladder);
  });

  it('printing: the message goes when a phone begins to print', async () => {
    without(window, 'print', () => undefined);
    const one = await card();
    control(one, '打印').click();
    await says(one, '如果没有开始打印');
    window.dispatchEvent(new Event('beforeprint'));
    await one.updateComplete;
    expect(parts(one, 'feedback')).to.deep.equal([]);
  });

  it('printing: a browser without it', async () => {
    without(window, 'print');
    const one = await card('en');
    control(one, 'Print').click();
    await says(one, 'This browser cannot print.');
  });
});
