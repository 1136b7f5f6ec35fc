import { expect, waitUntil } from '@open-wc/testing';
import { control, expectAccessible, part, parts, textOf } from '../../fixtures/page.js';
import { failing, fill, placed, post, startAfresh } from './box.js';

describe('a comment that is posted in <customs-comment-box>', () => {
  beforeEach(startAfresh);

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
});
