/* Which pages may ask the service for what. */
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { describe, it } from 'node:test';
import { asAdministrator, commentsPath, publish, send } from '../running/client.mjs';
import { insideService } from '../running/inside.mjs';
import { openSite, ORIGIN } from '../running/service.mjs';

describe('a page', () => {
  it('of one site may not use another', async (test) => {
    const { url } = await insideService(
      test,
      {},
      {
        sites: { customs: openSite(), police: openSite({ origins: ['https://police.example'] }) },
      },
    );
    const from = (origin, site) => fetch(url + commentsPath('a', site), { headers: { origin } });
    assert.equal(
      (await from(ORIGIN, 'customs')).headers.get('access-control-allow-origin'),
      ORIGIN,
    );
    assert.equal((await from('https://police.example', 'police')).status, 200);
    const foreign = await from(ORIGIN, 'police');
    assert.equal(foreign.status, 403);
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    assert.equal((await send(url, 'GET', '/v1/capabilities')).status, 422, 'which site?');
  });

  it('is refused however the address is spelled', async (test) => {
    const police = openSite({ origins: ['https://police.example'] });
    const sites = { customs: openSite(), police };
    const { url } = await insideService(test, {}, { sites });
    for (const path of ['/v1/%73ites/police/threads/a/comments', '/v1/%6doderation/session']) {
      const answer = await fetch(url + path, { headers: { origin: ORIGIN, ...asAdministrator } });
      assert.equal(answer.status, 403, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), null, path);
    }
  });

  it('asks nothing of another site, also where the address names none', async (test) => {
    const police = openSite({ origins: ['https://police.example'], captcha: ['pow'] });
    const sites = { customs: openSite(), police };
    const { url } = await insideService(test, {}, { sites });
    const { id } = await publish(url, 'a');
    const from = (origin) => ({ origin });
    const challenge = { site: 'police', thread: 'a', kind: 'pow' };
    for (const [origin, status] of [
      [ORIGIN, 403],
      ['https://police.example', 201],
    ]) {
      const answer = await send(url, 'POST', '/v1/challenges', challenge, from(origin));
      assert.equal(answer.status, status, origin);
    }
    const report = (origin) =>
      send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'spam' }, from(origin));
    const foreign = await report('https://police.example');
    assert.deepEqual(
      [foreign.status, foreign.body.type],
      [404, '/problems/not-found'],
      'it does not learn that there is such a comment',
    );
    assert.equal((await report(ORIGIN)).status, 204);
    const read = (origin) =>
      send(url, 'GET', '/v1/capabilities?site=police', undefined, from(origin));
    assert.equal((await read(ORIGIN)).body.type, '/problems/origin');
    assert.equal((await read('https://police.example')).status, 200);
  });
});

describe('the moderation page', () => {
  /** Asks as a page does whose address has this name. */
  const from = (url, host, origin = `http://${host}`) =>
    new Promise((resolve, reject) => {
      const { port } = new URL(url);
      const headers = { host, origin, ...asAdministrator };
      const path = '/v1/moderation/session';
      get({ host: '127.0.0.1', port, path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });

  it('is believed to be the one of this machine, whatever it is called there', async (test) => {
    const { url } = await insideService(test);
    for (const host of ['localhost:8787', '127.0.0.1:8787', '127.1.2.3', '[::1]:8787']) {
      assert.equal(await from(url, host), 200, host);
    }
  });

  it('under a name that nobody has configured is refused', async (test) => {
    const { url } = await insideService(test);
    for (const host of ['evil.test', 'localhost.evil.test', '127.0.0.1.evil.test:8787']) {
      assert.equal(await from(url, host), 403, host);
    }
    assert.equal(await from(url, 'localhost', 'http://evil.test'), 403);
  });

  it('under the name of a site is taken', async (test) => {
    const { url } = await insideService(test, { origins: ['http://www.example.gov.cn'] });
    assert.equal(await from(url, 'www.example.gov.cn'), 200);
  });

  it('under any other name than `publicUrl` is refused', async (test) => {
    const publicUrl = 'http://comments.example.gov.cn';
    const { url } = await insideService(test, {}, { publicUrl });
    assert.equal(await from(url, 'comments.example.gov.cn'), 200);
    assert.equal(await from(url, 'localhost'), 403);
  });
});
