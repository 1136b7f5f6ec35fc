import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/**
 * Gives the shadow root of an element its styles. Constructed style sheets belong to one document,
 * so an element in another one, for example in that of a frame, gets a copy.
 *
 * @param root - its root, if it has one
 */
export function styledRoot(
  element: LitElement,
  root: ShadowRoot = element.shadowRoot ?? element.attachShadow({ mode: 'open' }),
): ShadowRoot {
  const styles = (element.constructor as typeof LitElement).elementStyles as CSSResult[];
  const view = element.ownerDocument.defaultView;
  if (view === window) {
    adoptStyles(root, styles);
  } else if (view) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(styles.join(''));
    root.adoptedStyleSheets = [sheet];
  }
  return root;
}
