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

/** Elements that have no text of the page. */
const SILENT =
  /^(script|style|noscript|template|svg|math|iframe|object|canvas|audio|video|select|button|textarea|nav|link|base|#comment|#documenttype)$/u;

/** Words that say what a box of a content management system is for. */
const MENU =
  /(^|[\s_-])(breadcrumbs?|crumbs?|position|nav|navbar|menu|share|toolbar|cookie|skip-?link)([\s_-]|$)/iu;

/** True for what no reader takes for the text of the page. A named slot is filled with something else. */
export function isSilent(node: MarkupNode): boolean {
  if (SILENT.test(tagOf(node))) return true;
  if (!node.getAttribute) return false;
  if (node.getAttribute('hidden') !== null || node.getAttribute('slot')) return true;
  if (attribute(node, 'aria-hidden') === 'true') return true;
  if (/^(navigation|search|menu)$/u.test(attribute(node, 'role'))) return true;
  if (/display\s*:\s*none/iu.test(attribute(node, 'style'))) return true;
  const names = `${attribute(node, 'class')} ${attribute(node, 'id')}`;
  return !/^(body|main|html)$/u.test(tagOf(node)) && MENU.test(names);
}

/** Names that content management systems give to the box with the article. */
const ARTICLE =
  /(^|\s)(TRS_Editor|TRS_UEDITOR|UCAP-CONTENT|zoom|article-?content|content-?body|entry-content|news_?content|con_?text|v_news_content)(\s|$)/iu;

/** Finds the main content of a page: `main`, `article`, or the box of a content management system. */
export function mainOf(root: MarkupNode): MarkupNode | undefined {
  const found: (MarkupNode | undefined)[] = [];
  const visit = (node: MarkupNode): void => {
    const tag = tagOf(node);
    const names = `${attribute(node, 'class')} ${attribute(node, 'id')}`;
    if (tag === 'main' || attribute(node, 'role') === 'main') found[0] ??= node;
    else if (ARTICLE.test(names)) found[1] ??= node;
    else if (tag === 'article') found[2] ??= node;
    for (const child of node.childNodes) visit(child);
  };
  visit(root);
  return found.find(Boolean);
}
