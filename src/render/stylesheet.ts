import type { CSSResult, LitElement } from 'lit';

/*
 * Buttons do nothing until the script runs. Until then they keep their place but are invisible, so
 * nobody presses them in vain. Without JavaScript they are removed, and what they would open is
 * open.
 */
const UNTIL_TAKEN_OVER =
  ':host(:not(:defined)) button{visibility:hidden}@media(scripting:none){.screen-only,button{display:none!important}}';

type Styled = Partial<Pick<typeof LitElement, 'elementStyles'>>;

const made = new WeakMap<Styled, string>();

/**
 * Returns the styles of an element as one style sheet for its shadow root, with rules for the time
 * before hydration.
 *
 * @param element - class of the element
 */
export function stylesheet(element: Styled): string {
  let text = made.get(element);
  if (text === undefined) {
    // Lit collects the styles of a class when its attributes are read.
    Reflect.get(element, 'observedAttributes');
    const styles = (element.elementStyles ?? []).map((style) => (style as CSSResult).cssText);
    text = `${styles.join('')}${UNTIL_TAKEN_OVER}`;
    made.set(element, text);
  }
  return text;
}
