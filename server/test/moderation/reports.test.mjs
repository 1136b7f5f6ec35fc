/* Comments that readers reported. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { moderate, publish, send } from '../running/client.mjs';
import { endPostgres, freshPostgres, query } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { settingsOf } from '../running/service.mjs';

describe('reports', () => {
  after(endPostgres);

  it('agree with their number, and none outlives its comment, whatever happens at once', async (test) => {
    const address = await freshPostgres();
    const { url } = await openService(test, settingsOf(address, {}, { trustProxy: 'loopback' }));
    for (let round = 0; round < 25; round += 1) {
      const { id, token } = await publish(url, 'a');
      const report = (reader) =>
        send(
          url,
          'POST',
          `/v1/comments/${id}/reports`,
          { reason: 'spam', note: '注' },
          {
            'x-forwarded-for': `192.0.2.${reader}`,
          },
        );
      await report(1);
      const { headers } = await moderate(url, 'GET', `/comments/${id}`);
      const other =
        round % 2
          ? () => send(url, 'DELETE', `/v1/receipts/${token}`)
          : () =>
              moderate(url, 'DELETE', `/comments/${id}/reports`, undefined, {
                'if-match': headers.get('etag'),
              });
      await Promise.all([report(2), report(3), other(), report(4)]);
    }
    const wrong = await query(
      address,
      `select id from comment where report_count <> (select count(*) from report where comment_id = comment.id)
       or (status = 'withdrawn' and report_count > 0)`,
    );
    assert.deepEqual(wrong, []);
  });

  it('are gone when a moderator keeps the comment', async (test) => {
    const { url } = await insideService(test);
    const { id } = await publish(url, 'a');
    await send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'spam', note: '广告' });
    await send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'abuse' });
    const queue = () => moderate(url, 'GET', '/comments?site=customs&reported=true');
    const [reported] = (await queue()).body.items;
    assert.deepEqual(
      reported.reports.map(({ reason, note }) => [reason, note]),
      [['spam', '广告']],
      'one report a reader',
    );
    const dismiss = (version) =>
      moderate(url, 'DELETE', `/comments/${id}/reports`, undefined, { 'if-match': `"${version}"` });
    assert.equal((await dismiss(reported.version + 1)).status, 412);
    const kept = await dismiss(reported.version);
    assert.deepEqual([kept.status, kept.body.status, kept.body.reports], [200, 'published', []]);
    assert.deepEqual((await queue()).body.items, []);
    assert.equal((await dismiss(kept.body.version)).status, 409);
  });
});
