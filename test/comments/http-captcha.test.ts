import { expect } from '@open-wc/testing';
import { HttpCaptchaProvider } from '../../src/comments/captcha/http-captcha.js';
import { FakeServer } from '../fixtures/fake-server.js';
import { replace } from '../fixtures/replace.js';
import { failure } from './failure.js';

describe('the captcha of the service', () => {
  let server: FakeServer;
  const captcha = new HttpCaptchaProvider({ endpoint: '/service/', site: 's' });
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('gives the picture as data, and the sound as bytes, also without a FileReader', async () => {
    // Lockdown Mode of iOS.
    const bringBack = replace(window, 'FileReader', undefined);
    server.json('/service/v1/challenges', {
      kind: 'code',
      id: 'c',
      digits: 4,
      image: '/v1/challenges/c/image',
      audio: '/v1/challenges/c/audio',
    });
    server.answer(
      '/service/v1/challenges/c/image',
      () => new Response(new Blob(['png'], { type: 'image/png' })),
    );
    server.answer('/service/v1/challenges/c/audio', () => {
      return new Response(new Blob(['wave'], { type: 'audio/wav' }));
    });
    const challenge = await captcha.challenge('t', 'code').finally(bringBack);
    if (challenge.kind !== 'code') throw new Error('another kind');
    expect(challenge.image).to.equal(`data:image/png;base64,${btoa('png')}`);
    expect((await challenge.audio('zh-Hans')).byteLength).to.equal(4);
    expect(await captcha.solve(challenge, '1234')).to.deep.equal({
      kind: 'code',
      payload: 'c:1234',
    });
  });

  it('has run out when its picture is gone', async () => {
    server.json('/service/v1/challenges', { kind: 'code', id: 'c', digits: 4, image: '/gone' });
    server.text('/service/gone', '', 404);
    expect(await failure(captcha.challenge('t', 'code'))).to.include({ kind: 'captcha' });
  });

  it('takes nothing else for a picture or a sound', async () => {
    const page = (): Response =>
      new Response('<h1>Hi</h1>', { headers: { 'Content-Type': 'text/html' } });
    const picture = (): Response => new Response(new Blob(['png'], { type: 'image/png' }));
    server.json('/service/v1/challenges', { id: 'c', digits: 4, image: '/image', audio: '/sound' });
    server.answer('/service/image', page);
    expect(await failure(captcha.challenge('t', 'code'))).to.include({ kind: 'protocol' });
    server.answer('/service/image', picture);
    server.answer('/service/sound', page);
    const challenge = await captcha.challenge('t', 'code');
    if (challenge.kind !== 'code') throw new Error('another kind');
    expect(await failure(challenge.audio('zh-Hans'))).to.include({ kind: 'protocol' });
  });
});
