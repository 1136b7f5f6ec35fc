/**
 * A node of markup. Nodes of the DOM fit. A parser with nodes of its own needs a small wrapper:
 * `npx customs-widgets read` has one for parse5.
 */
export interface MarkupNode {
  /** Name of the element in any case, or `#text`. */
  readonly nodeName: string;
  /** The text of a text node. */
  readonly nodeValue?: string | null;
  readonly childNodes: Iterable<MarkupNode>;
  /** Present on elements. */
  getAttribute?(name: string): string | null;
}

/** Name of an element in lower case. */
export const tagOf = (node: MarkupNode): string => node.nodeName.toLowerCase();

/** Value of an attribute; empty when it is absent. */
export const attribute = (node: MarkupNode, name: string): string =>
  node.getAttribute?.(name)?.trim() ?? '';

/** The elements in a node. */
export const elementsOf = (node: MarkupNode): MarkupNode[] =>
  [...node.childNodes].filter((child) => child.getAttribute);

/** True where a node of this kind is inside. */
export const has = (node: MarkupNode, test: (node: MarkupNode) => boolean): boolean =>
  [...node.childNodes].some((child) => test(child) || has(child, test));

/** Elements that have no text of the page. */
const SILENT =
  /^(script|style|noscript|template|svg|math|iframe|object|canvas|audio|video|select|button|textarea|nav|link|base|#comment|#documenttype)$/u;

/** True for what no reader takes for the text of the page. A named slot is filled with something else. */
export function isSilent(node: MarkupNode): boolean {
  if (SILENT.test(tagOf(node))) return true;
  if (!node.getAttribute) return false;
  if (node.getAttribute('hidden') !== null || node.getAttribute('slot')) return true;
  if (attribute(node, 'aria-hidden') === 'true') return true;
  if (/^(navigation|search|menu)$/u.test(attribute(node, 'role'))) return true;
  return /display\s*:\s*none/iu.test(attribute(node, 'style'));
}
