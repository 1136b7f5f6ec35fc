/*
 * What an element does when its nodes are not as it left them, or when rendering fails: scripts of
 * the page, page translators and extensions change nodes, and old browsers lack functions.
 */

/**
 * Gives every place of a text a text node of its own again. Page translators put `<font>` around or
 * behind the text nodes that Lit writes to. A translation stays until its text changes.
 */
export function restoreTextNodes(root: ParentNode & Node): void {
  for (const font of root.querySelectorAll<HTMLElement>('font')) {
    const { previousSibling: before } = font;
    // Translators nest them. The outer one was restored before.
    if (!root.contains(font)) continue;
    // A translation beside the original would stay for ever.
    if (before instanceof Text && before.data.trim()) font.remove();
    else font.replaceWith(font.textContent);
  }
}

/**
 * Removes everything from a shadow root, also what Lit remembers there under this name.
 *
 * @returns a function that moves focus, after a new rendering, to the control that had it
 */
export function emptyRoot(root: ShadowRoot): () => void {
  const controls = (): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>('a, button, input, textarea'),
  ];
  const place = controls().indexOf(root.activeElement as HTMLElement);
  // Browsers without constructed style sheets have the styles among the nodes.
  for (const node of [...root.childNodes]) if (node.nodeName !== 'STYLE') node.remove();
  Reflect.deleteProperty(root, '_$litPart$');
  return () => controls()[place]?.focus();
}
