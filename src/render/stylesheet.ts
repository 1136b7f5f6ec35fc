import type { CSSResult, LitElement } from 'lit';

/*
 * Buttons do nothing before there is a script: they keep their place, but cannot be pressed in vain. Where scripts never
 * run they are gone, and what they would open is open.
 */
const UNTIL_TAKEN_OVER =
  ':host(:not(:defined)) button{visibility:hidden}@media(scripting:none){.screen-only,button{display:none!important}}';

type Styled = Partial<Pick<typeof LitElement, 'elementStyles'>>;

const made = new WeakMap<Styled, string>();

/**
 * The styles of an element as one style sheet for its shadow root, with what holds until the element takes over.
 *
 * @param element - the class of the element
 */
export function stylesheet(element: Styled): string {
  let text = made.get(element);
  if (text === undefined) {
    // Lit gathers the styles of a class when it is asked for its attributes.
    Reflect.get(element, 'observedAttributes');
    const styles = (element.elementStyles ?? []).map((style) => (style as CSSResult).cssText);
    text = `${styles.join('')}${UNTIL_TAKEN_OVER}`;
    made.set(element, text);
  }
  return text;
}
