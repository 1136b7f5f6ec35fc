/*
 * The author's own markup as data: what an editor typed between the tags is read once into the same JSON
 * that `parse` checks, so that hand-written content and a data file have one way in. This is the only
 * file of this floor that reads the DOM.
 */

const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Direct children only: a list nested deeper belongs to the author's own layout. */
const childOf = (host: Element, selector: string): Element | null =>
  [...host.children].find((child) => child.matches(selector)) ?? null;

const items = (list: Element): Element[] =>
  [...list.children].filter((child) => child.matches('li'));

/** Markup names no agency, so the page it stands on is what a copied text cites. */
function page(host: Element, lang: string): { lang: string; name: string } {
  const { title } = host.ownerDocument;
  return { lang, name: title.trim() || host.localName };
}

/** `<ol><li>…</li></ol>`, with `<p>` before it as preamble and `<strong>` or `<b>` as the title of a duty. */
export function readDuties(host: Element, lang: string): unknown {
  const list = childOf(host, 'ol, ul');
  if (!list || items(list).length === 0) return undefined;
  const preamble = [...host.children]
    .filter((child) => child.matches('p') && child.compareDocumentPosition(list) & 4)
    .map(textOf)
    .filter(Boolean);
  return {
    ...page(host, lang),
    duties: {
      preamble,
      items: items(list).map((item, index) => {
        const title = textOf(item.querySelector('strong, b'));
        const whole = textOf(item);
        const rest = title ? whole.replace(title, '').trim() : '';
        return { id: `duty-${index + 1}`, title: title || whole, ...(rest && { text: rest }) };
      }),
    },
  };
}

/** `<dl>`: each `<dt>` is a tier, each `<dd>` after it a rank, highest first. */
export function readRanks(host: Element, lang: string): unknown {
  const list = childOf(host, 'dl');
  if (!list) return undefined;
  const tiers: { id: string; label?: string; ranks: { id: string; name: string }[] }[] = [];
  let count = 0;
  for (const node of list.querySelectorAll('dt, dd')) {
    if (node.localName === 'dt') {
      tiers.push({ id: `tier-${tiers.length + 1}`, label: textOf(node), ranks: [] });
    } else {
      if (!tiers.length) tiers.push({ id: 'tier-1', ranks: [] });
      count += 1;
      tiers[tiers.length - 1]!.ranks.push({ id: `rank-${count}`, name: textOf(node) });
    }
  }
  if (!count) return undefined;
  const name = textOf(childOf(host, 'h1, h2, h3, h4, h5, h6')) || host.ownerDocument.title.trim();
  return {
    ...page(host, lang),
    ranks: { name: name || host.localName, tracks: [{ id: 'ranks', tiers }] },
  };
}

/** `<ul><li><a href>…</a> description</li></ul>`. */
export function readLinks(host: Element, lang: string): unknown {
  const list = childOf(host, 'ul, ol');
  const anchors = list ? items(list).map((item) => item.querySelector('a[href]')) : [];
  if (anchors.length === 0) return undefined;
  return {
    ...page(host, lang),
    links: anchors.map((anchor) => {
      const label = textOf(anchor);
      const description = textOf(anchor?.closest('li')).replace(label, '').trim();
      return {
        label,
        url: (anchor as HTMLAnchorElement | null)?.href,
        ...(description && { description }),
      };
    }),
  };
}

/**
 * A heading is the name, the first `<p>` the summary, further ones the overview, the first `<a>` the site;
 * in a `<dl>`, `<dd data-field="status|level|category">` are the facts.
 */
export function readProfile(host: Element, lang: string): unknown {
  const name = textOf(childOf(host, 'h1, h2, h3, h4, h5, h6'));
  if (!name) return undefined;
  const [summary, ...rest] = [...host.querySelectorAll('p')]
    .filter((paragraph) => !paragraph.closest('[slot]'))
    .map(textOf)
    .filter(Boolean);
  const url = host.querySelector<HTMLAnchorElement>('a[href]')?.href;
  const field = (key: string): Record<string, string> => {
    const value = textOf(host.querySelector(`dl [data-field="${key}"]`));
    return value ? { [key]: value } : {};
  };
  return {
    lang,
    name,
    ...field('status'),
    ...field('level'),
    ...field('category'),
    ...(summary && { summary }),
    ...(rest.length && { overview: [summary, ...rest] }),
    ...(url && { url }),
  };
}
