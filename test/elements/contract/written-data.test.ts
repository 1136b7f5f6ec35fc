import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { expectAccessible, settled, shownText, warningsOf } from '../../fixtures/page.js';
import { describeEach } from './each-element.js';

/** An agency as a webmaster writes it, with one wrong link and one wrong name of a member. */
const WRITTEN = {
  name: '甲县教育局',
  levle: '科级',
  summary: '甲县教育局是县政府工作部门。',
  duties: ['（一）拟订甲县教育规划。组织实施。', '（二）负责学校安全。'],
  ranks: ['一级督学', '二级督学'],
  links: ['没有地址', { group: '上级', links: ['教育部 http://www.moe.gov.cn/'] }],
};

/** Words of it that each element shows. */
const SHOWN = {
  'customs-profile-card': '甲县教育局是县政府工作部门。',
  'customs-duty-list': '拟订甲县教育规划。',
  'customs-rank-ladder': '一级督学',
  'customs-link-list': '教育部',
  'customs-agency-page': '一级督学',
} as const;

/** The same JSON in GBK, as an old editor saves it. */
const GBK = Uint8Array.from(
  atob('eyJuYW1lIjoivNfP2L3M0/2+1iIsInN1bW1hcnkiOiK4utTwyKvP2L3M0/2hoyJ9'),
  (character) => character.charCodeAt(0),
);

describeEach((subject) => {
  it('shows data as people write it, and tells what it left out', async () => {
    let problems: readonly { pointer: string; message: string }[] = [];
    const element = subject.create();
    const warnings = await warningsOf(async () => {
      const ready = oneEvent(element, 'customs-ready');
      element.data = WRITTEN;
      document.body.append(element);
      ({ problems } = ((await ready) as CustomEvent<{ problems: typeof problems }>).detail);
    });
    await settled(element);
    expect(shownText(element)).to.contain(SHOWN[subject.tag]);
    expect(problems.map(({ message }) => message)).to.include(
      '资料中没有“levle”这一项；是否应为“level”（级别）？',
    );
    expect(problems.some(({ pointer }) => pointer === '/links/0')).to.equal(
      ['customs-link-list', 'customs-agency-page'].includes(subject.tag),
    );
    expect(warnings.join()).to.contain('levle');
    await expectAccessible(element);
    element.remove();
  });

  it('says what is wrong in the language that the page changes to', async () => {
    const path = subject.path('wrong-day');
    subject.server.answer(path, () => new Response('{"name":"甲","asOf":"2026-02-31"}'));
    const element = await settled(await subject.place((one) => (one.src = path)));
    // The code that explains comes later than the state.
    await waitUntil(() => shownText(element).includes('核对日期“2026-02-31”不是日期'));
    element.lang = 'en';
    await waitUntil(() => shownText(element).includes('“2026-02-31” is not a date'));
    await waitUntil(() => !/\p{Script=Han}/u.test(shownText(element)), 'all of it');
  });

  it('reads a file that was saved in GBK', async () => {
    const path = subject.path('gbk');
    subject.server.answer(path, () => new Response(GBK));
    const element = await settled(await subject.place((one) => (one.src = path)));
    const { state } = element;
    expect(JSON.stringify(state)).not.to.contain('\uFFFD');
    if (state.kind === 'ready') expect(state.agency.name).to.equal('甲县教育局');
    else expect(state.kind).to.equal('empty');
  });

  it('says that a file is in no known encoding', async () => {
    const path = subject.path('broken');
    subject.server.answer(path, () => new Response(Uint8Array.from([0x7b, 0x81])));
    const element = await settled(await subject.place((one) => (one.src = path)));
    const { state } = element;
    expect(state.kind === 'failed' && state.problems[0]!.message).to.match(
      /\.json 的文字编码无法识别，请另存为 UTF-8$/,
    );
  });
});
