/*
 * The fragment of the address says what is shown: `#<site>/<view>`, `#<site>/comment/<id>`, and
 * `?thread=<key>` for one thread. So the back button and a reload work; searches stay out of the history
 * of the browser because they may hold names.
 */

/** The lists of comments, and what each asks of the service. */
export const QUEUES = {
  pending: { status: 'pending', sort: 'oldest' },
  // Only published comments can be reported, and one that is no longer published needs no look.
  reported: { status: 'published', reported: true, sort: 'newest' },
  published: { status: 'published', sort: 'newest' },
  rejected: { status: 'rejected', sort: 'newest' },
  withdrawn: { status: 'withdrawn', sort: 'newest' },
  all: { sort: 'newest' },
};

/** The link to a view. */
export function routeTo({ site, view, id, thread }) {
  const path = [site, view, ...(id === undefined ? [] : [id])].map(encodeURIComponent).join('/');
  return `#${path}${thread === undefined ? '' : `?${new URLSearchParams({ thread })}`}`;
}

/** Whether somebody may export or import. */
export const movesData = (permissions) =>
  permissions.includes('export') || permissions.includes('import');

/** What a fragment asks for; what makes no sense leads to the comments that wait. */
export function parseRoute(fragment, { sites, permissions }) {
  const [path, query] = fragment.replace(/^#/, '').split('?');
  const [site, view, id] = path.split('/').map(decode);
  const route = { site: sites.includes(site) ? site : sites[0], view: 'pending' };
  if (site !== route.site) return route;
  if (view === 'comment' && id) return { ...route, view, id };
  if (view === 'approvals') return { ...route, view };
  if (view === 'audit' || (view === 'data' && movesData(permissions))) return { ...route, view };
  const thread = new URLSearchParams(query).get('thread') ?? undefined;
  return Object.hasOwn(QUEUES, view ?? '') ? { ...route, view, thread } : route;
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
