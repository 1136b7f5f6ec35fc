/* Knows the boxes of pages by the names that content management systems give them. */
import { attribute, tagOf, type MarkupNode } from './markup-node.js';

/** Words that say what a box of a content management system is for. */
const MENU =
  /(^|[\s_-])(breadcrumbs?|crumbs?|position|nav|navbar|menu|share|toolbar|cookie|skip-?link)([\s_-]|$)/iu;

/** True for a box of a content management system that has a menu, a path or tools. */
export function isMenu(node: MarkupNode): boolean {
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
