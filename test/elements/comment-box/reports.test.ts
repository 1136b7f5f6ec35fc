import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { control, expectAccessible, part, parts, textOf, within } from '../../fixtures/page.js';
import { failing, focused, placed, record, startAfresh } from './box.js';

describe('the records of <customs-comment-box>', () => {
  beforeEach(startAfresh);

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
    await waitUntil(() => parts(box, 'report-panel').length === 1);
    control(box, '提交举报').click();
    await waitUntil(() => textOf(part(box, 'report-panel')).includes('操作过于频繁'));
  });
});
