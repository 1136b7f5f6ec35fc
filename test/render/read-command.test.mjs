/* npx customs-widgets read: the page of an office as JSON. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = join(root, 'test/agency/read-text/pages');
const expected = (name) => JSON.parse(readFileSync(join(pages, name), 'utf8'));

/** Runs the command; `input` is its standard input. */
function read(args, { input, language = 'en_US.UTF-8' } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/render/command.js'), 'read', ...args],
    { input, encoding: 'utf8', env: { ...process.env, LC_ALL: language } },
  );
  return { status, stdout, stderr };
}

const bureau = join(pages, 'made-up-county-bureau.html');

describe('customs-widgets read', () => {
  it('prints the agency, the schema first, and says what to check', () => {
    const { status, stdout, stderr } = read([bureau]);
    assert.equal(status, 0);
    const { $schema, ...agency } = JSON.parse(stdout);
    assert.match($schema, /agency\.schema\.json$/);
    assert.ok(stdout.startsWith('{\n  "$schema"'));
    assert.deepEqual(agency, expected('made-up-county-bureau.json'));
    assert.match(stderr, /as HTML: 示例县住房和城乡建设局\n4 duties, 3 links in 2 groups\n/);
    assert.match(stderr, /Compare every value/);
  });

  it('reads the standard input and plain text, and counts in the language of the terminal', () => {
    const input = readFileSync(join(root, 'test/fixtures/seed.zh-Hans.txt'));
    const { stdout, stderr } = read(['-'], { input, language: 'zh_CN.UTF-8' });
    assert.equal(JSON.parse(stdout).level, '正部级');
    assert.match(
      stderr,
      /已按纯文本读取标准输入：中华人民共和国海关总署\n职能 13 项；衔级 5 等 13 级\n/,
    );
    assert.match(stderr, /没有找到：链接、官方网站、电话、地址、办公时间\n/);
  });

  it('decodes a page by its <meta>, and makes links absolute by the address of the page', () => {
    // “海关” in GB 2312, whose bytes are no UTF-8.
    const input = Buffer.concat([
      Buffer.from('<meta charset="gb2312"><h1>'),
      Buffer.from([0xba, 0xa3, 0xb9, 0xd8]),
      Buffer.from('</h1><h2>See also</h2><ul><li><a href="/a">A</a></li></ul>'),
    ]);
    const agency = JSON.parse(read(['-', '--page', 'https://example.org/b/'], { input }).stdout);
    assert.equal(agency.name, '海关');
    assert.deepEqual(agency.links, [{ label: 'A', url: 'https://example.org/a' }]);
  });

  it('takes the language that it is given', () => {
    assert.equal(JSON.parse(read([bureau, '--lang', 'zh-CN']).stdout).lang, 'zh-CN');
  });

  it('says in words what it cannot read, and prints nothing', () => {
    for (const [args, input, message] of [
      [[], '', /Name the file to read/],
      [['nowhere.html'], '', /^nowhere\.html cannot be opened\.\n$/],
      [['-'], Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]), /no text in a known encoding/],
      [['-'], '{"name": "甲"}', /is JSON, and no page/],
      [[bureau, 'more'], '', /"more" is one word too many/],
    ]) {
      const { status, stdout, stderr } = read(args, { input });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    }
  });
});
