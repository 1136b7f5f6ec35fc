/*
 * The author's own markup as data: what an editor typed between the tags is read once into the same JSON
 * that `parse` checks, so that hand-written content and a data file have one way in. This is the only
 * file of this floor that reads the DOM.
 */

const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What is not meant for a named slot; content management systems wrap it in boxes of their own. */
function contentOf(host: Element, selector: string): Element[] {
  return [...host.querySelectorAll(selector)].filter((node) => {
    const slotted = node.closest('[slot]');
    // The host itself may stand in a slot of somebody else.
    return !slotted || slotted.contains(host);
  });
}

/** The first element inside that fits, past those for a named slot. */
export const firstOf = (host: Element, selector: string): Element | undefined =>
  contentOf(host, selector)[0];

const headingOf = (host: Element): string => textOf(firstOf(host, 'h1, h2, h3, h4, h5, h6'));

/** Editors leave blank items behind; they mean nothing. */
const items = (list: Element): Element[] =>
  [...list.children].filter((child) => child.matches('li') && textOf(child));

/** Markup names no agency, so the page it stands on is what a copied text cites. */
function page(host: Element, lang: string): { lang: string; name: string } {
  const { title } = host.ownerDocument;
  return { lang, name: title.trim() || host.localName };
}

/** `<ol><li>…</li></ol>`, with `<p>` before it as preamble and `<strong>` or `<b>` as the title of a duty. */
export function readDuties(host: Element, lang: string): unknown {
  const list = firstOf(host, 'ol, ul');
  if (!list || items(list).length === 0) return undefined;
  const preamble = contentOf(host, 'p')
    .filter((node) => node.compareDocumentPosition(list) === Node.DOCUMENT_POSITION_FOLLOWING)
    .map(textOf)
    .filter(Boolean);
  return {
    ...page(host, lang),
    duties: {
      preamble,
      items: items(list).map((item, index) => {
        const whole = textOf(item);
        const bold = textOf(item.querySelector('strong, b'));
        // Bold words further on stress something; only those that begin the item name it.
        const title = bold && whole.startsWith(bold) ? bold : whole;
        const rest = whole.slice(title.length).trim();
        return { id: `duty-${index + 1}`, title, ...(rest && { text: rest }) };
      }),
    },
  };
}

/** `<dl>`: each `<dt>` is a tier, each `<dd>` after it a rank, highest first. */
export function readRanks(host: Element, lang: string): unknown {
  const list = firstOf(host, 'dl');
  if (!list) return undefined;
  const tiers: { id: string; label?: string; ranks: { id: string; name: string }[] }[] = [];
  let count = 0;
  for (const node of list.querySelectorAll('dt, dd')) {
    if (!textOf(node)) continue;
    if (node.localName === 'dt') {
      tiers.push({ id: `tier-${tiers.length + 1}`, label: textOf(node), ranks: [] });
    } else {
      if (!tiers.length) tiers.push({ id: 'tier-1', ranks: [] });
      count += 1;
      tiers[tiers.length - 1]!.ranks.push({ id: `rank-${count}`, name: textOf(node) });
    }
  }
  if (!count) return undefined;
  const document = page(host, lang);
  return {
    ...document,
    ranks: {
      name: headingOf(host) || document.name,
      tracks: [{ id: 'ranks', tiers: tiers.filter(({ ranks }) => ranks.length) }],
    },
  };
}

/** `<ul><li><a href>…</a> description</li></ul>`. */
export function readLinks(host: Element, lang: string): unknown {
  const list = firstOf(host, 'ul, ol');
  const anchors = (list ? items(list) : [])
    .map((item) => item.querySelector<HTMLAnchorElement>('a[href]'))
    .filter((anchor) => anchor !== null);
  if (anchors.length === 0) return undefined;
  return {
    ...page(host, lang),
    links: anchors.map((anchor) => {
      const label = textOf(anchor);
      const description = textOf(anchor.closest('li')).replace(label, '').trim();
      return {
        label,
        url: anchor.href,
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
  const name = headingOf(host);
  if (!name) return undefined;
  const [summary, ...rest] = contentOf(host, 'p').map(textOf).filter(Boolean);
  const url = (firstOf(host, 'a[href^="http" i]') as HTMLAnchorElement | undefined)?.href;
  const field = (key: string): Record<string, string> => {
    const value = textOf(firstOf(host, `dl [data-field="${key}"]`));
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
