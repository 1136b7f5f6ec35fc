/* Which pages may ask the service for what. */
import assert from 'node:assert/strict';
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
    assert.equal((await report('https://police.example')).status, 403);
    assert.equal((await report(ORIGIN)).status, 204);
    const read = (origin) =>
      send(url, 'GET', '/v1/capabilities?site=police', undefined, from(origin));
    assert.equal((await read(ORIGIN)).body.type, '/problems/origin');
    assert.equal((await read('https://police.example')).status, 200);
  });
});
