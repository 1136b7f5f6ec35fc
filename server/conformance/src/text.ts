/* What happens to the words of a comment: nothing, but for the few rules of the contract. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, newDraft, newThread, post } from './citizen.js';
import { roundTrip } from './moderator.js';
import { capabilities, needs } from './setting.js';

const FAMILY = '👨‍👩‍👧‍👦';

/** A text of so many graphemes, some of them of several code points. */
function graphemes(count: number): string {
  const odd = Math.min(20, Math.floor(count / 2));
  return '好'.repeat(count - 2 * odd) + '𠮷'.repeat(odd) + FAMILY.repeat(odd);
}

const KEPT: Record<string, string> = {
  'a script': '<script>alert(document.cookie)</script>',
  'a handler': '<img src=x onerror="alert(1)"> <b onclick=alert(1)>bold</b>',
  'a javascript: link': '<a href="javascript:alert(1)">x</a> [x](javascript:alert(1))',
  SVG: '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  MathML: '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  'the end of an element': '</textarea></title></script><!-- ]]> -->',
  'character references': '&lt;b&gt; &amp;amp; &#60; &quot;',
  'SQL and its quotes': `'; DROP TABLE comments; -- " \` \\' $1 ?1 :name %s`,
  'wildcards of SQL': '100% _under_ \\% \\_ *?',
  'templates of a program': '{{constructor}} ${7*7} <%= 7*7 %> #{7*7}',
  'characters outside of the BMP, as GB 18030 has them': '𠮷 䶮 㛃 𬺰',
  Tibetan: 'བཀྲ་ཤིས་བདེ་ལེགས།',
  Uyghur: 'ئەسسالامۇ ئەلەيكۇم، خىتاي بېجىرگىسى',
  Mongolian: 'ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ᠪᠢᠴᠢᠭ᠌ ᠦᠨ᠎ᠡ',
  Yi: 'ꆈꌠꁱꂷ ꀉꂿꄷ',
  'emoji of several code points': `${FAMILY} 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇨🇳 1️⃣ 👍🏽 ❤️`,
  'letters that were not composed': 'e\u0301 \u212B \uFB01 \u1100\u1161\u11A8',
  'a tab, line feeds and an empty line': 'one\ttwo\n\nthree',
  '16 combining marks on one letter': `a${'\u0301'.repeat(16)}`,
};

const CHANGED: Record<string, [string, string]> = {
  'ends of lines': ['one\r\ntwo\rthree\n\r\nfour', 'one\ntwo\nthree\n\nfour'],
  'blanks around it': [' \t\n\u3000 海关 \u3000\r\n ', '海关'],
  'lone surrogates': ['a\uD800b\uDC00c\uDBFF', 'a\uFFFDb\uFFFDc\uFFFD'],
  'NUL and other control characters': ['a\u0000b\u0007c\u001Bd\u007Fe\u0085f\u009Fg', 'abcdefg'],
  'overrides of the direction': ['gpj.\u202Eexe\u202A\u202B\u202C\u202D', 'gpj.exe'],
};

const BLANK: Record<string, string> = {
  'the empty string': '',
  blanks: '  \t\n\r\n',
  'ideographic blanks': '\u3000\u3000',
  'characters of no width': '\u200B\u200C\u200D\u2060\uFEFF',
  'a soft hyphen': '\u00AD',
  'Hangul fillers': '\u115F\u1160\u3164\uFFA0',
  'variation selectors and tags': '\uFE0F\u{E0001}\u{E0041}\u{E0100}',
  'control characters': '\u0000\u0001\u001F',
  'marks of direction': '\u202E\u200F\u2067',
  'blanks of every kind': '\u00A0\u1680\u2003\u2028\u205F\u180E',
};

describe('A text', () => {
  for (const [name, body] of Object.entries(KEPT)) {
    it(`keeps ${name}`, needs.publishing, async () => {
      assert.equal((await roundTrip(newThread(), { body })).body, body);
    });
  }

  for (const [name, [body, kept]] of Object.entries(CHANGED)) {
    it(`is cleaned of ${name}`, needs.publishing, async () => {
      assert.equal((await roundTrip(newThread(), { body })).body, kept);
    });
  }

  for (const [name, body] of Object.entries(BLANK)) {
    it(`of ${name} is blank`, async () => {
      const answer = await post(newThread(), newDraft({ body }));
      assertRefused(answer, 'validation', { pointer: '/body', field: 'blank' });
    });
  }

  for (const body of ['.', '𠮷', FAMILY]) {
    it(`may be one grapheme: ${body}`, needs.publishing, async () => {
      assert.equal((await roundTrip(newThread(), { body })).body, body);
    });
  }

  it('may have as many graphemes as the limit says', needs.publishing, async () => {
    const body = graphemes(capabilities.limits.body);
    assert.equal((await roundTrip(newThread(), { body })).body, body);
  });

  it('is measured without the blanks around it', needs.publishing, async () => {
    const body = graphemes(capabilities.limits.body);
    assert.equal((await roundTrip(newThread(), { body: `\n ${body} \n` })).body, body);
  });

  it('may be all emoji', needs.publishing, async () => {
    const body = '👍🏽'.repeat(capabilities.limits.body);
    assert.equal((await roundTrip(newThread(), { body })).body, body);
  });

  it('may have as many bytes as the limit says, and none more', needs.bodyBytes, async () => {
    const limit = capabilities.limits.bodyBytes ?? 0;
    const letter = `a${'\u0301'.repeat(15)}`;
    const bytes = Buffer.byteLength(letter);
    const body = letter.repeat(Math.floor(limit / bytes)) + 'b'.repeat(limit % bytes);
    assert.equal((await roundTrip(newThread(), { body })).body, body);
    const answer = await post(newThread(), newDraft({ body: `${body}b` }));
    assertRefused(answer, 'validation', { pointer: '/body', field: 'too-many-bytes', limit });
  });

  it('counts a letter twice that is longer than any emoji', needs.publishing, async () => {
    const limit = capabilities.limits.body;
    const letters = Math.min(100, Math.floor(limit / 2));
    const body = `a${'\u0301'.repeat(16)}`.repeat(letters) + '好'.repeat(limit - 2 * letters);
    assert.equal((await roundTrip(newThread(), { body })).body, body);
    const answer = await post(newThread(), newDraft({ body: `${body}好好` }));
    assertRefused(answer, 'validation', { pointer: '/body', field: 'too-long', limit });
  });

  for (const [name, extra] of Object.entries({
    letter: '好',
    family: FAMILY,
    'rare character': '𠮷',
  })) {
    it(`of one ${name} more is too long`, async () => {
      const limit = capabilities.limits.body;
      const answer = await post(newThread(), newDraft({ body: graphemes(limit) + extra }));
      assertRefused(answer, 'validation', { pointer: '/body', field: 'too-long', limit });
    });
  }

  for (const count of [17, 1000]) {
    it(`of ${count} combining marks in a row is refused`, async () => {
      const body = `text a${'\u0301'.repeat(count)} text`;
      const answer = await post(newThread(), newDraft({ body }));
      assertRefused(answer, 'validation', { pointer: '/body', field: 'combining-marks' });
    });
  }

  it('of different combining marks in a row is refused as well', async () => {
    const body = `a${'\u0300\u0316\u20DD\u0489'.repeat(250)}`;
    const answer = await post(newThread(), newDraft({ body }));
    assertRefused(answer, 'validation', { pointer: '/body', field: 'combining-marks' });
  });

  it('keeps its language', needs.publishing, async () => {
    const comment = await roundTrip(newThread(), { body: 'བོད་སྐད།', lang: 'bo' });
    assert.equal(comment.lang, 'bo');
  });
});
