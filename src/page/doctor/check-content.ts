import type { Find, Finding, Value } from './findings.js';
import type { Subject } from './subject.js';

/** Elements that read any list item, and what they take it for. */
const READERS: readonly (readonly [name: string, shown: Value])[] = [
  ['duty-list', ['职能', 'duties']],
  ['rank-ladder', ['衔级', 'ranks']],
];

/** Number of characters up to which a line may be the name of a site. */
const NAME = 20;

/** True if a line reads as a name, and not as a duty, which is a sentence or has a number. */
const isName = (text: string): boolean =>
  text.length <= NAME && !/[。；;]|^[（(]?[一二三四五六七八九十\d]+[）)、.]/.test(text);

/** True if the text of a list item is that of its link. */
function isLink(item: Element): boolean {
  const text = item.textContent.trim();
  const links = [...item.querySelectorAll('a[href]')].map(({ textContent }) => textContent.trim());
  return isName(text) && links.length === 1 && links[0] === text;
}

/** True if an element takes its data from what the author wrote inside. */
const readsContent = (element: Subject): boolean =>
  element.data === undefined &&
  !element.matches('[src], [agency]') &&
  !element.querySelector('script');

/** Checks for content of another kind than the element shows: links among duties, pictures of words. */
export function* checkContent(element: Subject, find: Find): Generator<Finding> {
  const { state, localName } = element;
  if (!state || !readsContent(element)) return;
  const reader = READERS.find(([name]) => localName.endsWith(`-${name}`));
  const items = [...element.querySelectorAll('li')];
  if (state.kind === 'ready' && reader && items.length > 1 && items.every(isLink)) {
    const [name, shown] = reader;
    yield find('links', [localName, shown, localName.replace(name, 'link-list')], element);
  }
  if (state.kind === 'failed' && !element.textContent.trim() && element.querySelector('img, svg'))
    yield find('pictures', [], element);
}
