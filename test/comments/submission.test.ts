import { expect, waitUntil } from '@open-wc/testing';
import { ProviderError } from '../../src/comments/errors.js';
import { closeDesks, type Desk, openDesk, receipt } from './desk.js';

describe('a comment on its way', () => {
  let desk: Desk;
  beforeEach(() => {
    sessionStorage.clear();
    desk = openDesk();
  });
  afterEach(closeDesks);

  it('is cleared from form and storage by acceptance only', async () => {
    desk.submission.edit({ body: '建议' });
    await waitUntil(() => desk.stored);
    expect(desk.stored).to.include({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state).to.deep.equal({ kind: 'accepted', receipt });
    expect(desk.accepted).to.deep.equal([receipt]);
    expect(desk.submission.draft.body).to.equal('');
    expect(desk.stored).to.equal(null);
  });

  it('says what was typed, in the language of the page', async () => {
    desk.submission.edit({
      body: '建议',
      authorName: '张三',
      parent: { id: '7', authorName: null },
      consent: { version: '1', at: '2026-11-23T00:00:00Z' },
    });
    desk.submission.contact = '12345';
    await desk.submission.submit('en');
    expect(desk.sent[0]!.draft).to.deep.equal({
      body: '建议',
      authorName: '张三',
      contact: '12345',
      parentId: '7',
      lang: 'en',
      consent: { version: '1', at: '2026-11-23T00:00:00Z' },
    });
    expect(desk.keys[0]).to.match(/^[0-9a-f]{32}$/);
  });

  it('never keeps the contact', async () => {
    desk.answers = [new ProviderError('closed')];
    desk.submission.edit({ body: '建议' });
    desk.submission.contact = '13800000000';
    await desk.submission.submit('zh-Hans');
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('13800000000');
    expect(desk.submission.contact).to.equal('13800000000');
  });

  it('stays in the form when it is refused', async () => {
    const error = new ProviderError('captcha');
    desk.answers = [error];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state).to.deep.equal({ kind: 'refused', error });
    expect(desk.failed).to.deep.equal([error]);
    expect(desk.stored).to.include({ body: '建议' });
    expect(desk.submission.locked).to.equal(false);
  });

  it('is sent once by a double click', async () => {
    desk.submission.edit({ body: '建议' });
    await Promise.all([desk.submission.submit('zh-Hans'), desk.submission.submit('zh-Hans')]);
    expect(desk.sent).to.have.length(1);
  });

  it('takes another key when a copy of the draft in another tab was sent with other words', async () => {
    desk.answers = [new ProviderError('key-reused'), receipt];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state.kind).to.equal('accepted');
    expect(new Set(desk.keys).size).to.equal(2);
  });
});
