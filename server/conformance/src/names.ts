/* Name and contact of the author. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertRefused,
  listAll,
  newDraft,
  newThread,
  post,
  readReceipt,
  submit,
} from './citizen.js';
import { inspect, published, roundTrip } from './moderator.js';
import { capabilities, needs, session } from './setting.js';

const FAMILY = '👨‍👩‍👧‍👦';

const KEPT: Record<string, string> = {
  Chinese: '李小明',
  'rare characters': '䶮𬺰',
  Tibetan: 'བཀྲ་ཤིས།',
  Uyghur: 'ئايگۈل',
  accents: 'Ana María Ñandú',
  'HTML, as characters': '<b>x</b>',
  'SQL, as characters': "O'Brien; --",
};

const CHANGED: Record<string, [string, string | null]> = {
  'white space made single blanks': ['  张\u3000\u3000 三\n\t四 ', '张 三 四'],
  'control characters dropped': ['a\u0000b\u202Ec', 'abc'],
  'blanks made no name': ['\u3000 \t', null],
  'characters of no width made no name': ['\u200B\u2060', null],
  'the empty string made no name': ['', null],
};

const RESERVED: Record<string, string> = {
  管理员: 'itself',
  '管 理 员': 'with blanks',
  '管\u200B理\u200B员': 'with characters of no width',
  管理員: 'in traditional characters',
  ａｄｍｉｎ: 'in full width',
  аdmin: 'with a Cyrillic letter',
  ADMIN: 'in capitals',
  Admin: 'with one capital',
};

describe('The name of an author', () => {
  for (const [name, authorName] of Object.entries(KEPT)) {
    it(`keeps ${name}`, needs.publishing, async () => {
      assert.equal((await roundTrip(newThread(), { authorName })).authorName, authorName);
    });
  }

  for (const [name, [authorName, kept]] of Object.entries(CHANGED)) {
    it(`has ${name}`, needs.publishing, async () => {
      assert.equal((await roundTrip(newThread(), { authorName })).authorName, kept);
    });
  }

  for (const [authorName, how] of Object.entries(RESERVED)) {
    it(`must not be a reserved one: ${authorName}, ${how}`, async () => {
      const answer = await post(newThread(), newDraft({ authorName }));
      assertRefused(answer, 'validation', { pointer: '/authorName', field: 'reserved-name' });
    });
  }

  it('may have as many graphemes as the limit says, and none more', needs.publishing, async () => {
    const limit = capabilities.limits.authorName;
    const authorName = '李' + FAMILY.repeat(limit - 1);
    assert.equal((await roundTrip(newThread(), { authorName })).authorName, authorName);
    const answer = await post(newThread(), newDraft({ authorName: `${authorName}明` }));
    assertRefused(answer, 'validation', { pointer: '/authorName', field: 'too-long', limit });
  });

  it('must not pile up combining marks', async () => {
    const answer = await post(newThread(), newDraft({ authorName: `a${'\u0301'.repeat(1000)}` }));
    assertRefused(answer, 'validation', { pointer: '/authorName' });
  });
});

describe('The contact of an author', () => {
  it('is refused where the site does not ask for it', needs.noContact, async () => {
    const answer = await post(newThread(), newDraft({ contact: '13800000000' }));
    assertRefused(answer, 'validation', { pointer: '/contact', field: 'not-allowed' });
  });

  it('must not be longer than the limit', needs.contact, async () => {
    const limit = capabilities.limits.contact;
    const answer = await post(newThread(), newDraft({ contact: '1'.repeat(limit + 1) }));
    assertRefused(answer, 'validation', { pointer: '/contact', field: 'too-long', limit });
    const { receipt } = await submit(newThread(), { contact: '1'.repeat(limit) });
    assert.ok(receipt.token);
  });

  it('is shown neither in the list nor with the receipt', needs.contact, async () => {
    const [thread, contact] = [newThread(), 'someone@example.com'];
    const { receipt } = await submit(thread, { contact });
    assert.ok(!JSON.stringify(receipt).includes(contact));
    assert.ok(!JSON.stringify(await readReceipt(receipt.token)).includes(contact));
  });

  it(
    'is not shown once the comment is published',
    { skip: needs.contact.skip || needs.publishing.skip },
    async () => {
      const [thread, contact] = [newThread(), 'someone@example.com'];
      await published(thread, { contact });
      const items = await listAll(thread);
      assert.equal(items.length, 1);
      assert.ok(!JSON.stringify(items).includes(contact));
    },
  );

  it(
    'is seen by administrators only',
    { skip: needs.contact.skip || needs.moderator.skip },
    async () => {
      const contact = 'someone@example.com';
      const { receipt } = await submit(newThread(), { contact });
      const { comment } = await inspect(receipt.id);
      assert.equal(comment.contact, session?.role === 'administrator' ? contact : null);
    },
  );
});
