/*
 * Reads the author's own markup as data. The result is the JSON that `parse` checks, so
 * hand-written content and data files take the same path. A member with the value `undefined`
 * counts as absent. Each `read…` function returns `undefined` if the markup is not what it expects.
 *
 * What an author writes becomes blocks first, as a pasted page does (read-text).
 */
import { dutiesIn } from './markup/duties.js';
import { linksIn } from './markup/links.js';
import { profileIn } from './markup/profile.js';
import { ranksIn } from './markup/ranks.js';
import type { Block } from './read-text/blocks/block.js';
import { MarkupReading } from './read-text/blocks/markup-reading.js';
import { resolvedFrom } from './read-text/blocks/resolved-from.js';

/** Reads the blocks in an element. Addresses become absolute, as `href` of a link is. */
const blocksIn = (host: Element): readonly Block[] =>
  new MarkupReading(resolvedFrom(host.baseURI)).read(host);

/** Markup names no agency. Copied text therefore cites the page. */
function page(host: Element, lang: string): { lang: string; name: string } {
  const { title } = host.ownerDocument;
  return { lang, name: title.trim() || host.localName };
}

/**
 * Reads `<ol><li>…</li></ol>`: `<p>` before it is the preamble, `<strong>` or `<b>` a duty's title.
 */
export function readDuties(host: Element, lang: string): unknown {
  const duties = dutiesIn(blocksIn(host), lang);
  return duties && { ...page(host, lang), duties };
}

/** Reads `<dl>`: each `<dt>` is a tier, each `<dd>` after it a rank, highest first. */
export function readRanks(host: Element, lang: string): unknown {
  const ranks = ranksIn(blocksIn(host));
  const document = page(host, lang);
  return ranks && { ...document, ranks: { name: document.name, ...ranks } };
}

/** Reads `<ul><li><a href>…</a> description</li></ul>`. */
export function readLinks(host: Element, lang: string): unknown {
  const links = linksIn(blocksIn(host));
  return links.length ? { ...page(host, lang), links } : undefined;
}

/**
 * Reads a profile. The heading is the name, the first `<p>` the summary, further ones the overview,
 * and the first `<a>` the site. In a `<dl>`, `<dd data-field="status|level|category">` are the
 * facts.
 */
export function readProfile(host: Element, lang: string): unknown {
  const profile = profileIn(blocksIn(host));
  return profile && { lang, ...profile };
}
