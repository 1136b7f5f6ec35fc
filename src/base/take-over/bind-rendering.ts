import { hydrate } from '@lit-labs/ssr-client';
import type { LitElement, TemplateResult } from 'lit';
import { warnOnce } from '../../warnings.js';
import { type Fingerprinted, fingerprintOf } from './fingerprint.js';

/** What waits to be taken over. */
interface Waiting {
  readonly root: ShadowRoot;
  /** The button that was pressed in vain. */
  readonly pressed: HTMLElement | undefined;
}

type Field = HTMLInputElement | HTMLSelectElement;

const isUsed = (field: Field): boolean =>
  'options' in field
    ? !field.selectedOptions[0]?.defaultSelected
    : field.value !== field.defaultValue;

/** The fields that a reader has used before the script came, as functions that do to them again what was done. */
function usedFields(root: ShadowRoot): (() => void)[] {
  const fields = [...root.querySelectorAll<Field>('input, select')];
  return fields.filter(isUsed).map((field) => {
    const { value, selectionStart, selectionEnd } = field as HTMLInputElement;
    return () => {
      field.value = value;
      if ('options' in field) {
        field.dispatchEvent(new Event('change'));
      } else {
        field.setSelectionRange(selectionStart, selectionEnd);
        field.dispatchEvent(new InputEvent('input'));
      }
    };
  });
}

/** The buttons of a rendering that stands where another one stood: the first that says the same. */
function sameButton(root: ShadowRoot, pressed: HTMLElement | undefined): HTMLElement | undefined {
  const nameOf = (button: HTMLElement): string =>
    `${button.ariaLabel ?? ''} ${button.textContent.trim()}`;
  return [...root.querySelectorAll('button')].find(
    (button) => pressed && nameOf(button) === nameOf(pressed),
  );
}

/**
 * Binds the nodes that a server rendered to the element's own rendering of the same, or removes them when that is not
 * the same.
 *
 * @returns does what the reader had begun, as soon as the element listens; and takes away the styles for the time before
 */
export function bindRendering(
  { root, pressed }: Waiting,
  element: LitElement & Fingerprinted,
  value: TemplateResult,
): () => void {
  const used = usedFields(root);
  const styles = [...root.children].filter((child) => child.matches('style, link'));
  let isSame = root.firstChild?.nodeValue === fingerprintOf(element);
  try {
    if (isSame) hydrate(value, root, element.renderOptions);
  } catch (error) {
    isSame = false;
    warnOnce(`<${element.localName}> as the server rendered it is drawn anew: ${String(error)}`);
  }
  if (!isSame) root.replaceChildren();
  return () => {
    if (isSame) for (const use of used) use();
    for (const style of styles) style.remove();
    (isSame ? pressed : sameButton(root, pressed))?.click();
  };
}
