/* Keys of threads: whatever a page chooses, as long as it is short and has no control characters. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  assertRefused,
  commentsPath,
  countThreads,
  listPage,
  newDraft,
  post,
  readReceipt,
  submit,
} from './citizen.js';
import { send } from './client.js';
import { published } from './moderator.js';
import { PATHS } from './paths.js';
import { needs, site } from './setting.js';

const unique = randomUUID();

const KEYS: Record<string, string> = {
  'a path upwards': `../../${unique}/../`,
  'an address': `https://www.example.cn/a/b?c=d&e=f#${unique}`,
  'a slash that is written as %2F': `a%2F${unique}`,
  'a per cent sign': `100% ${unique} %zz`,
  'Chinese characters': `/新闻/${unique}/第一条`,
  'rare characters and emoji': `𠮷👨‍👩‍👧‍👦${unique}`,
  'quotes of SQL': `'; DROP TABLE comments; -- "${unique}`,
  HTML: `<script>${unique}</script>`,
  'dots only at the end': `${unique}...`,
  '512 bytes': unique.padEnd(512, 'x'),
  '512 bytes of Chinese': `${unique}${'海'.repeat(158)}`.padEnd(512 - 2 * 158, 'x'),
};

describe('The key of a thread', () => {
  for (const [name, thread] of Object.entries(KEYS)) {
    it(`may be ${name}`, needs.writing, async () => {
      const { receipt } = await submit(thread);
      assert.equal((await readReceipt(receipt.token)).thread, thread);
    });
  }

  it('is one for all ways to write the path of a page', needs.publishing, async () => {
    const folder = `/${randomUUID()}`;
    const all = PATHS.map((ways) => ways.map((path) => folder + path));
    for (const [path] of all) await published(path!);
    for (const ways of all) {
      const counts = await countThreads(ways);
      assert.deepEqual(
        [...counts],
        ways.map((path) => [path, 1]),
      );
      const totals = [];
      for (const path of ways) totals.push((await listPage(path)).total);
      assert.deepEqual(
        totals,
        ways.map(() => 1),
        ways[0],
      );
    }
  });

  it('means one thread however it looks', needs.publishing, async () => {
    const slash = `a/${randomUUID()}`;
    await published(slash);
    const escaped = slash.replace('/', '%2F');
    const keys = [slash, escaped, `${slash}/`, slash.toUpperCase(), ` ${slash}`];
    const totals = [];
    for (const thread of keys) totals.push((await listPage(thread)).total);
    assert.deepEqual(totals, [1, 0, 0, 0, 0]);
    assert.deepEqual([...(await countThreads(keys)).values()].toSorted(), [0, 0, 0, 0, 1]);
  });

  const refused: Record<string, string> = {
    '513 bytes': 'x'.repeat(513),
    '513 bytes of Chinese': '海'.repeat(171),
    '129 characters of four bytes': '𠮷'.repeat(129),
    NUL: 'a\u0000b',
    'a line feed': 'a\nb',
    'a control character': 'a\u001Fb',
    'the character DEL': 'a\u007Fb',
  };
  for (const [name, thread] of Object.entries(refused)) {
    it(`must not have ${name}`, async () => {
      const particulars = { pointer: '/thread' };
      assertRefused(await send(commentsPath(thread)), 'validation', particulars);
      assertRefused(await post(thread, newDraft()), 'validation', particulars);
    });
  }

  it('must not be empty', async () => {
    const { status } = await send(`/v1/sites/${encodeURIComponent(site)}/threads//comments`);
    assert.ok(status === 404 || status === 422, `${status}`);
  });

  for (const broken of ['%', '%zz', '%FF', '%C0%AF', '%ED%A0%80']) {
    it(`must be percent-encoded UTF-8, unlike ${broken}`, async () => {
      const path = `/v1/sites/${encodeURIComponent(site)}/threads/${broken}/comments`;
      const { status } = await send(path);
      assert.ok([400, 404, 422].includes(status), `${status}`);
    });
  }

  it('does not lead out of the service', async () => {
    for (const path of ['..%2F..%2F..%2Fetc%2Fpasswd', '..%5C..%5Cwindows']) {
      const { status } = await send(`/${path}`);
      assert.equal(status, 404);
    }
  });
});
