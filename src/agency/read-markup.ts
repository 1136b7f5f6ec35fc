/*
 * Reads the author's own markup as data. The result is the JSON that `parse` checks, so
 * hand-written content and data files take the same path. A member with the value `undefined`
 * counts as absent. Each `read…` function returns `undefined` if the markup is not what it expects.
 */
import { contentOf, firstOf } from './inside.js';

const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const headingOf = (host: Element): string => textOf(firstOf(host, 'h1, h2, h3, h4, h5, h6'));

const paragraphsOf = (host: Element): Element[] => contentOf(host, 'p').filter(textOf);

/** Lists the items that have text. Editors often leave empty items behind. */
const itemsOf = (list: Element | undefined): Element[] =>
  [...(list?.children ?? [])].filter((child) => child.matches('li') && textOf(child));

/** Markup names no agency. Copied text therefore cites the page. */
function page(host: Element, lang: string): { lang: string; name: string } {
  const { title } = host.ownerDocument;
  return { lang, name: title.trim() || host.localName };
}

/**
 * Reads `<ol><li>…</li></ol>`: `<p>` before it is the preamble, `<strong>` or `<b>` a duty's title.
 */
export function readDuties(host: Element, lang: string): unknown {
  const list = firstOf(host, 'ol, ul');
  const items = itemsOf(list).map((item, index) => {
    const whole = textOf(item);
    const bold = textOf(item.querySelector('strong, b'));
    // Only bold words at the start are a title. Later ones are emphasis.
    const title = bold && whole.startsWith(bold) ? bold : whole;
    return { id: `duty-${index + 1}`, title, text: whole.slice(title.length).trim() || undefined };
  });
  if (!list || !items.length) return undefined;
  const preamble = paragraphsOf(host)
    .filter((node) => node.compareDocumentPosition(list) === Node.DOCUMENT_POSITION_FOLLOWING)
    .map(textOf);
  return { ...page(host, lang), duties: { preamble, items } };
}

/** Reads `<dl>`: each `<dt>` is a tier, each `<dd>` after it a rank, highest first. */
export function readRanks(host: Element, lang: string): unknown {
  const tiers: { id: string; label?: string; ranks: { id: string; name: string }[] }[] = [];
  let count = 0;
  for (const node of firstOf(host, 'dl')?.querySelectorAll('dt, dd') ?? []) {
    const text = textOf(node);
    if (!text) continue;
    const id = `tier-${tiers.length + 1}`;
    if (node.localName === 'dt') {
      tiers.push({ id, label: text, ranks: [] });
    } else {
      if (!tiers.length) tiers.push({ id, ranks: [] });
      count += 1;
      tiers[tiers.length - 1]!.ranks.push({ id: `rank-${count}`, name: text });
    }
  }
  if (!count) return undefined;
  const document = page(host, lang);
  const name = headingOf(host) || document.name;
  const track = { id: 'ranks', tiers: tiers.filter(({ ranks }) => ranks.length) };
  return { ...document, ranks: { name, tracks: [track] } };
}

/** Reads `<ul><li><a href>…</a> description</li></ul>`. */
export function readLinks(host: Element, lang: string): unknown {
  const links = itemsOf(firstOf(host, 'ul, ol')).flatMap((item) => {
    const anchor = item.querySelector<HTMLAnchorElement>('a[href]');
    if (!anchor) return [];
    const label = textOf(anchor);
    const description = textOf(anchor.closest('li')).replace(label, '').trim() || undefined;
    return [{ label, url: anchor.href, description }];
  });
  return links.length ? { ...page(host, lang), links } : undefined;
}

/**
 * Reads a profile. The heading is the name, the first `<p>` the summary, further ones the overview,
 * and the first `<a>` the site. In a `<dl>`, `<dd data-field="status|level|category">` are the
 * facts.
 */
export function readProfile(host: Element, lang: string): unknown {
  const name = headingOf(host);
  if (!name) return undefined;
  const paragraphs = paragraphsOf(host).map(textOf);
  const field = (key: string): string | undefined =>
    textOf(firstOf(host, `dl [data-field="${key}"]`)) || undefined;
  return {
    lang,
    name,
    status: field('status'),
    level: field('level'),
    category: field('category'),
    summary: paragraphs[0],
    overview: paragraphs.length > 1 ? paragraphs : undefined,
    url: (firstOf(host, 'a[href^="http" i]') as HTMLAnchorElement | undefined)?.href,
  };
}
