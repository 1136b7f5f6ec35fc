/* `parse` with made-up values: it never throws or hangs, always says something, and lets no bad address through. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readFullForm } from '../../dist/agency/check.js';
import { Agency } from '../../dist/agency/definitions.js';
import { parse } from '../../dist/agency/parse/parse.js';
import { address, LINK_PROTOCOLS } from './addresses.mjs';
import { anything, changed, holds, json, real, text } from './made-up.mjs';
import { SAMPLE } from './sample.mjs';

const BASES = [undefined, '', 'https://county.example/a/', 'file:///D:/a.html', 'data:,', '\0'];
const options = fc.record({
  lang: fc.constantFrom(undefined, 'zh-Hans', 'en', 'zh_CN', ''),
  language: fc.constantFrom(undefined, 'zh', 'en'),
  base: fc.constantFrom(...BASES),
});

/** The addresses in an agency, with the protocols that they may have. */
const addressesOf = ({ url, source, duties, ranks, links = [] }) => [
  ...[url, source?.url, duties?.source?.url, ranks?.source?.url]
    .filter((one) => one !== undefined)
    .map((one) => [one, ['http:', 'https:']]),
  ...links.map((link) => [link.url, LINK_PROTOCOLS]),
];

/** Fails unless the result of `parse` is what it promises for every value. */
function judge(result) {
  assert.equal(Object.polluted, undefined, 'every object would have it');
  for (const { pointer, message } of result.problems) {
    assert.match(pointer, /^(\/[^]*)?$/);
    assert.ok(message.trim(), `nothing said about ${pointer}`);
    assert.ok(message.length < 300, `too much said: ${message.length}`);
  }
  if (!result.ok) {
    assert.ok(result.problems.length, 'refused, and nobody is told why');
    return;
  }
  const { agency } = result;
  assert.deepEqual(readFullForm(Agency, JSON.parse(JSON.stringify(agency))), agency);
  for (const [one, protocols] of addressesOf(agency)) {
    assert.ok(protocols.includes(new URL(one).protocol), one);
  }
}

describe('parse, with made-up values', () => {
  it('takes any JSON', () => {
    holds(
      fc.property(json, options, (value, given) => judge(parse(value, given))),
      2000,
    );
  });

  it('takes any value that a script can make', () => {
    holds(
      fc.property(anything, options, (value, given) => judge(parse(real(value), given))),
      500,
    );
  });

  it('takes an agency with anything in place of its members, and beside them', () => {
    const { changes, make } = changed(SAMPLE);
    holds(
      fc.property(changes, options, (list, given) => judge(parse(make(list), given))),
      1500,
    );
  });

  it('takes any text in every member', () => {
    const { changes, make } = changed(SAMPLE, fc.oneof(text, address));
    holds(
      fc.property(changes, options, (list, given) => judge(parse(make(list), given))),
      1500,
    );
  });

  it('lets no address through but of pages, mailboxes and telephones', () => {
    const links = fc.array(
      fc.oneof(
        address,
        fc.record({ label: fc.constant('甲'), url: address }),
        fc.record({ group: fc.constant('乙'), links: fc.array(address, { maxLength: 3 }) }),
      ),
      { minLength: 1, maxLength: 6 },
    );
    const agency = fc.record({ name: fc.constant('甲'), url: address, links });
    let shown = 0;
    const judgeLinks = (value, given) => {
      const result = parse(value, given);
      judge(result);
      shown += (result.ok && result.agency.links?.length) || 0;
    };
    holds(fc.property(agency, options, judgeLinks), 500);
    holds(
      fc.property(links, options, (list, given) => judgeLinks({ name: '甲', links: list }, given)),
      2000,
    );
    assert.ok(shown > 100, `good addresses among them are shown, not only ${shown}`);
  });
});
