/* Export and import. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Static } from 'typebox';
import { Imported } from '../../src/contract/moderation.js';
import { assertRefused, listAll, newThread, submit, withdraw } from './citizen.js';
import { type Answer, bodyOf } from './client.js';
import { audit, inspect, published, sendAsModerator } from './moderator.js';
import { needs, session, site } from './setting.js';

const TYPE = 'application/x-ndjson';
const path = (direction: string): string =>
  `/v1/moderation/sites/${encodeURIComponent(site)}/${direction}`;

/** The lines of an export, the last one apart. */
interface Exported {
  bytes: Uint8Array;
  lines: string[];
  trailer: { count: number; checksum: string };
}

const checksumOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function exportSite(): Promise<Exported> {
  const { status, headers, bytes, text } = await sendAsModerator(path('export'));
  assert.equal(status, 200);
  assert.match(headers.get('content-type') ?? '', /^application\/x-ndjson\b/);
  assert.doesNotMatch(headers.get('cache-control') ?? '', /public/);
  assert.ok(text.endsWith('\n'), 'the last line ends');
  const start = Buffer.from(bytes).lastIndexOf(10, bytes.length - 2) + 1;
  const lines = text.slice(0, -1).split('\n');
  const trailer = JSON.parse(lines.pop() ?? '') as Exported['trailer'];
  assert.equal(trailer.checksum, checksumOf(bytes.subarray(0, start)));
  return { bytes, lines, trailer };
}

function importText(text: string | Uint8Array, type = TYPE): Promise<Answer> {
  const headers = { 'content-type': type };
  return sendAsModerator(path('import'), { method: 'POST', raw: text, headers });
}

/** Lines with a last line that fits them. */
function sealed(lines: string[], count = lines.length - 1): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const checksum = checksumOf(new TextEncoder().encode(text));
  return `${text}${JSON.stringify({ count, checksum })}\n`;
}

const imported = async (text: string | Uint8Array): Promise<Static<typeof Imported>> =>
  bodyOf(Imported, await importText(text));

describe('An export', () => {
  it(
    'holds the comments of the site, one a line, with a checksum',
    needs.administrator,
    async () => {
      const body = '䶮 𬺰 བཀྲ་ཤིས།\n第二行\u2028"引号" <b>';
      const kept = await published(newThread(), { body });
      const erased = await submit(newThread(), { body: `Erased ${kept.thread}` });
      await withdraw(erased.receipt.token);

      const { lines, trailer } = await exportSite();
      const [header = {}, ...comments] = lines.map(
        (line) => JSON.parse(line) as Record<string, unknown>,
      );
      assert.equal(header['format'], 'customs-comments');
      assert.equal(header['version'], 2);
      assert.equal(header['site'], site);
      assert.equal(trailer.count, comments.length);
      const ours = comments.filter((comment) => comment['id'] === kept.receipt.id);
      assert.equal(ours.length, 1);
      assert.equal(ours[0]?.['body'], body);
      assert.ok(!lines.join().includes(erased.draft.body), 'what was erased is not exported');
      assert.ok(!lines.join().includes(kept.receipt.token), 'receipt numbers are the authors’');
    },
  );

  it('is written into the audit', needs.administrator, async () => {
    await exportSite();
    const { items } = await audit({ limit: 1 });
    assert.equal(items[0]?.action, 'exported');
    assert.equal(items[0].actor, session?.name);
  });

  it('leaves no entry when only its head is asked for', needs.administrator, async () => {
    await exportSite();
    const before = await audit({ limit: 1 });
    const { status, bytes } = await sendAsModerator(path('export'), { method: 'HEAD' });
    assert.deepEqual([status, bytes.length], [200, 0]);
    assert.deepEqual((await audit({ limit: 1 })).items[0]?.id, before.items[0]?.id);
  });

  it('is for administrators', needs.plainModerator, async () => {
    assertRefused(await sendAsModerator(path('export')), 'forbidden');
    assertRefused(await importText(sealed(['{}'])), 'forbidden');
  });
});

describe('An import', () => {
  it('of an export skips what is there already', needs.administrator, async () => {
    const thread = newThread();
    await published(thread);
    const before = await listAll(thread);
    const { bytes, trailer } = await exportSite();
    const first = await imported(bytes);
    assert.equal(first.imported, 0);
    assert.ok(first.skipped > 0 && first.skipped <= trailer.count, `${first.skipped}`);
    assert.deepEqual(await imported(bytes), first, 'the second time does the same');
    assert.deepEqual(await listAll(thread), before);
  });

  it('of some of the lines is fine when the last line fits', needs.administrator, async () => {
    const { receipt } = await submit(newThread());
    const { lines } = await exportSite();
    const [header = '', ...comments] = lines;
    const own = comments.filter((line) => line.includes(receipt.id));
    assert.deepEqual(await imported(sealed([header, ...own])), {
      imported: 0,
      skipped: 1,
      importedEntries: 0,
    });
    assert.deepEqual(await imported(sealed([header])), {
      imported: 0,
      skipped: 0,
      importedEntries: 0,
    });
  });

  it('never passes for what happened here', needs.administrator, async () => {
    const { receipt } = await submit(newThread());
    const { lines } = await exportSite();
    const header = JSON.stringify({ ...(JSON.parse(lines[0] ?? '') as object), site: 'elsewhere' });
    const entry = {
      type: 'audit',
      id: randomUUID(),
      at: Date.parse('2020-01-01'),
      actor: session?.name,
      action: 'rejected',
      comment_id: receipt.id,
      reason_code: null,
    };
    const file = sealed([header, JSON.stringify(entry)]);
    assert.deepEqual(await imported(file), { imported: 0, skipped: 0, importedEntries: 1 });
    const { items } = await audit({ commentId: receipt.id, limit: 50 });
    const found = items.find(({ id }) => id === entry.id);
    assert.deepEqual([found?.sequence, found?.hash], [null, null], 'it is not in the chain');
    assert.deepEqual([found?.imported?.by, found?.imported?.from], [session?.name, 'elsewhere']);
    const received = items.find(({ action }) => action === 'received');
    assert.equal(received?.imported, null, 'what happened here is not marked');
  });

  it('is refused when anything was changed on the way', needs.administrator, async () => {
    const { receipt, draft } = await submit(newThread());
    const { bytes, trailer } = await exportSite();
    const text = new TextDecoder().decode(bytes);
    const line = text.split('\n').find((one) => one.includes(receipt.id)) ?? '';
    const digit = trailer.checksum.endsWith('0') ? '1' : '0';
    const last = text.lastIndexOf('\n', text.length - 2) + 1;
    const changes: Record<string, string> = {
      'another text': text.replace(draft.body, 'Changed'),
      'a line less': text.replace(`${line}\n`, ''),
      'a line twice': text.replace(`${line}\n`, `${line}\n${line}\n`),
      'another checksum': text.replace(trailer.checksum, trailer.checksum.slice(0, -1) + digit),
      'no last line': text.slice(0, last),
      'half of it': text.slice(0, Math.floor(text.length / 2)),
      'something after the last line': text + `${line}\n`,
      'another end of a line': text.replace('\n', '\r\n'),
    };
    for (const [name, changed] of Object.entries(changes)) {
      assert.notEqual(changed, text, name);
      const answer = await importText(changed);
      assert.equal(answer.status, 422, `${name}: ${answer.text}`);
      assertRefused(answer, 'checksum');
    }
    assert.equal((await inspect(receipt.id)).comment.body, draft.body);
  });

  it('is refused when the last line counts wrong', needs.administrator, async () => {
    const { lines } = await exportSite();
    const { status } = await importText(sealed(lines.slice(0, 1), 1));
    assert.equal(status, 422);
  });

  it('is refused when it is of another format or version', needs.administrator, async () => {
    const { lines } = await exportSite();
    const header = JSON.parse(lines[0] ?? '') as object;
    for (const change of [{ format: 'other' }, { version: 999 }]) {
      const { status, text } = await importText(sealed([JSON.stringify({ ...header, ...change })]));
      assert.ok(status >= 400 && status < 500, `${JSON.stringify(change)}: ${status} ${text}`);
    }
  });

  it(
    'is refused when a line is no comment, and imports none of them',
    needs.administrator,
    async () => {
      const { lines } = await exportSite();
      for (const line of ['{', '[]', 'null', '{"id":"x"}', '{"__proto__":{"id":"x"}}', '']) {
        const { status, text } = await importText(sealed([lines[0] ?? '', line]));
        assert.ok(status >= 400 && status < 500, `${line}: ${status} ${text}`);
      }
    },
  );

  it('of nothing or of another type is refused', needs.administrator, async () => {
    const { status } = await importText('');
    assert.ok(status >= 400 && status < 500, `${status}`);
    const { bytes } = await exportSite();
    for (const type of ['application/json', 'text/plain']) {
      assertRefused(await importText(bytes, type), 'media-type');
    }
  });
});
