/* A list that is loaded page by page. */
import { announce } from './announcements.js';
import { button, element } from './elements.js';
import { sentence } from './language.js';
import { showProblem } from './problems.js';

/**
 * Fills a list from a paged resource and puts what belongs under it: a button for more, the end, that
 * there is nothing, or what went wrong.
 *
 * @param {object} options
 * @param {HTMLElement} options.list - gets the items
 * @param {(cursor: string | null) => Promise<{items: object[], nextCursor: string | null}>} options.fetchPage
 * @param {(item: object) => HTMLElement} options.toNode - an item that can take the focus
 * @param {() => string} options.getEmptyText
 */
export function pagedList({ list, fetchPage, toNode, getEmptyText }) {
  const foot = element('div', { class: 'foot', tabindex: '-1' });
  let cursor = null;
  let lastRun = 0;

  const say = (getText) => foot.replaceChildren(element('p', { class: 'muted' }, getText));
  const hasFocus = () => foot.contains(document.activeElement);

  async function load(more) {
    lastRun += 1;
    const run = lastRun;
    // A button that vanished under the focus would throw the keyboard back to the top of the page.
    if (hasFocus()) foot.focus();
    say(() => sentence('loading'));
    list.setAttribute('aria-busy', 'true');
    try {
      const page = await fetchPage(more ? cursor : null);
      // The answer to a search that was changed meanwhile.
      if (run !== lastRun) return;
      show(page, more);
    } catch (problem) {
      if (run !== lastRun) return;
      // A cursor that the service no longer knows cannot be followed; the list starts again.
      showProblem(foot, problem, () => load(more && problem.key !== 'cursor'));
    } finally {
      if (run === lastRun) list.removeAttribute('aria-busy');
    }
  }

  function show(page, more) {
    const nodes = page.items.map(toNode);
    if (more) list.append(...nodes);
    else list.replaceChildren(...nodes);
    cursor = page.nextCursor;
    const isEmpty = list.childElementCount === 0;
    // Whoever went elsewhere meanwhile stays there.
    const continues = hasFocus() || (more && document.activeElement === document.body);
    if (cursor === null) say(() => (isEmpty ? getEmptyText() : sentence('end')));
    else
      foot.replaceChildren(
        button(
          () => sentence('more'),
          () => load(true),
        ),
      );
    if (continues) (nodes[0] ?? foot).focus();
    announce(isEmpty ? getEmptyText() : sentence('loaded', { count: nodes.length }));
  }

  return {
    foot,
    /** Loads the first page. */
    reload: () => load(false),
    /** Loads the next page and goes to its first item. */
    loadMore: () => {
      foot.focus();
      return load(true);
    },
    hasMore: () => cursor !== null,
    /** Puts the focus on a sentence under the list. */
    conclude: (getText) => {
      say(getText);
      foot.focus();
    },
  };
}
