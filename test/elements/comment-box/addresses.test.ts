import { expect } from '@open-wc/testing';
import { addressesIn } from '../../../src/elements/comment-box/addresses.js';
import { CHINESE, LINKIFY, NOT_LINKED, OTHERWISE } from './addresses.js';

/** Writes `⟨` and `⟩` around each address that becomes a link. */
function marked(text: string): string {
  let all = '';
  let end = 0;
  for (const { start, written } of addressesIn(text)) {
    all += `${text.slice(end, start)}⟨${written}⟩`;
    end = start + written.length;
  }
  return all + text.slice(end);
}

describe('a web address in a comment', () => {
  for (const line of [...LINKIFY, ...OTHERWISE, ...CHINESE, ...NOT_LINKED]) {
    it(line, () => expect(marked(line.replace(/[⟨⟩]/g, ''))).to.equal(line));
  }

  it('leads where it reads', () => {
    const text = 'https://WWW.gov.cn https://例子.中国/指南?q=海关 http://[::1]/[a]';
    expect([...addressesIn(text)].map(({ href }) => href)).to.deep.equal([
      'https://www.gov.cn/',
      'https://xn--fsqu00a.xn--fiqs8s/%E6%8C%87%E5%8D%97?q=%E6%B5%B7%E5%85%B3',
      'http://[::1]/[a]',
    ]);
  });
});
