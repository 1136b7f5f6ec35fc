/*
 * The author's own markup as data: what an editor typed between the tags is read once into the same JSON
 * that `parse` checks, so that hand-written content and a data file have one way in. A member that is `undefined` is
 * not there. Each of these returns `undefined` when the markup is not what it expects.
 */
import { contentOf, firstOf } from './inside.js';

const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const headingOf = (host: Element): string => textOf(firstOf(host, 'h1, h2, h3, h4, h5, h6'));

const paragraphsOf = (host: Element): Element[] => contentOf(host, 'p').filter(textOf);

/** The items of a list. Editors leave blank ones behind, which mean nothing. */
const itemsOf = (list: Element | undefined): Element[] =>
  [...(list?.children ?? [])].filter((child) => child.matches('li') && textOf(child));

/** Markup names no agency, so the page it stands on is what a copied text cites. */
function page(host: Element, lang: string): { lang: string; name: string } {
  const { title } = host.ownerDocument;
  return { lang, name: title.trim() || host.localName };
}

/** `<ol><li>…</li></ol>`, with `<p>` before it as preamble and `<strong>` or `<b>` as the title of a duty. */
export function readDuties(host: Element, lang: string): unknown {
  const list = firstOf(host, 'ol, ul');
  const items = itemsOf(list).map((item, index) => {
    const whole = textOf(item);
    const bold = textOf(item.querySelector('strong, b'));
    // Bold words further on stress something; only those that begin the item name it.
    const title = bold && whole.startsWith(bold) ? bold : whole;
    return { id: `duty-${index + 1}`, title, text: whole.slice(title.length).trim() || undefined };
  });
  if (!list || !items.length) return undefined;
  const preamble = paragraphsOf(host)
    .filter((node) => node.compareDocumentPosition(list) === Node.DOCUMENT_POSITION_FOLLOWING)
    .map(textOf);
  return { ...page(host, lang), duties: { preamble, items } };
}

/** `<dl>`: each `<dt>` is a tier, each `<dd>` after it a rank, highest first. */
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

/** `<ul><li><a href>…</a> description</li></ul>`. */
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
 * A heading is the name, the first `<p>` the summary, further ones the overview, the first `<a>` the site;
 * in a `<dl>`, `<dd data-field="status|level|category">` are the facts.
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
