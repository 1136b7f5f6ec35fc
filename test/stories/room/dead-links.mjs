/* Links of the documentation that lead nowhere. */

/** The name of a page as plain HTML. The tests write these files one after the other. */
export const plainName = ({ id }) => `${id.replace('--docs', '')}.html`;

/**
 * Gives a function that finds broken links and frames of a page. Other hosts are not checked, because tests send them no
 * requests.
 */
export function linkCheck({ origin, address, stories, docs }) {
  const ids = new Set([...stories, ...docs].map(({ id }) => id));
  const plainNames = new Set(docs.map(plainName));

  async function isDead(page, link) {
    const { origin: asked, pathname, search, hash, href } = new URL(link, page.url());
    if (asked !== origin) return false;
    if (link.startsWith('#'))
      return !(await page.evaluate(
        (id) => Boolean(document.getElementById(id)),
        decodeURIComponent(hash.slice(1)),
      ));
    const parameters = new URLSearchParams(search);
    const id = parameters.get('path')?.replace(/^\/(docs|story)\//, '') ?? parameters.get('id');
    if (id) return !ids.has(id);
    if (plainNames.has(pathname.slice(1))) return false;
    return pathname === '/' || !(await fetch(href.replace(origin, address))).ok;
  }

  return async (page) => {
    const found = await page.$$eval('#storybook-docs :is(a[href], iframe[src])', (all) =>
      all.map((one) => one.getAttribute('href') ?? one.getAttribute('src')),
    );
    const dead = await Promise.all(
      [...new Set(found)].map(async (one) => (await isDead(page, one)) && one),
    );
    return dead.filter(Boolean);
  };
}
