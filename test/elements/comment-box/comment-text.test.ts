import { expect, waitUntil } from '@open-wc/testing';
import { control, part, parts, within } from '../../fixtures/page.js';
import { placed, record, startAfresh } from './box.js';

describe('the records of <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('are plain text with safe links, whatever they look like', async () => {
    const body =
      '<img src=x onerror=alert(1)> 见https://www.gov.cn/a?b=(1)。还有 javascript:alert(1)、https://gov.cn@evil.example/ 第二';
    const { box } = await placed([record('1', { body: `${body}\n行` })]);
    expect(within(box).querySelector('.records img')).to.equal(null);
    expect(part(box, 'text').textContent.trim()).to.equal(`${body}\n行`);
    await waitUntil(() => parts(box, 'link').length);
    const links = parts(box, 'link') as HTMLAnchorElement[];
    expect(links.map(({ href }) => href)).to.deep.equal(['https://www.gov.cn/a?b=(1)']);
    expect(links[0]!.rel).to.contain('nofollow').and.to.contain('noopener');
  });

  it('unfold when somebody comes to a link in them', async () => {
    const body = `${'很长的评论。'.repeat(200)}https://www.gov.cn/`;
    const { box } = await placed([record('1', { body })]);
    await waitUntil(() => parts(box, 'link').length);
    part(box, 'link').focus();
    await waitUntil(() => part(box, 'toggle').getAttribute('aria-expanded') === 'true');
    expect(part(box, 'text').scrollTop).to.equal(0);
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
});
