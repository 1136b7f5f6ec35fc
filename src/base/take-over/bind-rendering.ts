import { hydrate } from '@lit-labs/ssr-client';
import type { LitElement, TemplateResult } from 'lit';
import { warnOnce } from '../../warnings.js';
import { type Fingerprinted, fingerprintOf } from './fingerprint.js';

/** A server rendering that waits for hydration. */
interface Waiting {
  readonly root: ShadowRoot;
  /** Button that was pressed before the element listened. */
  readonly pressed: HTMLElement | undefined;
}

type Field = HTMLInputElement | HTMLSelectElement;

const isUsed = (field: Field): boolean =>
  'options' in field
    ? !field.selectedOptions[0]?.defaultSelected
    : field.value !== field.defaultValue;

/** Finds the fields used before hydration. Each function repeats the input in one field. */
function usedFields(root: ShadowRoot): (() => void)[] {
  const fields = [...root.querySelectorAll<Field>('input, select')];
  return fields.filter(isUsed).map((field) => {
    const { value, selectionStart, selectionEnd } = field as HTMLInputElement;
    return () => {
      field.value = value;
      if ('options' in field) {
        // MooTools replaces `Event`.
        field.dispatchEvent(new CustomEvent('change'));
      } else {
        field.setSelectionRange(selectionStart, selectionEnd);
        field.dispatchEvent(new InputEvent('input'));
      }
    };
  });
}

/** Finds the button of the new rendering with the same name as the pressed one. */
function sameButton(root: ShadowRoot, pressed: HTMLElement | undefined): HTMLElement | undefined {
  const nameOf = (button: HTMLElement): string =>
    `${button.ariaLabel ?? ''} ${button.textContent.trim()}`;
  return [...root.querySelectorAll('button')].find(
    (button) => pressed && nameOf(button) === nameOf(pressed),
  );
}

/** Counts what tools may have added, doubled or removed: hydration looks only at marked nodes. */
const elementsIn = (root: ShadowRoot): number =>
  root.querySelectorAll('*').length - root.querySelectorAll('style, link').length;

/**
 * Hydrates the nodes of a server rendering if it equals the element's own rendering. Otherwise
 * removes them, and the element renders again.
 *
 * @returns repeats the reader's input, to be called once the element listens, and removes the
 * temporary styles
 */
export function bindRendering(
  { root, pressed }: Waiting,
  element: LitElement & Fingerprinted,
  value: TemplateResult,
): () => void {
  const used = usedFields(root);
  const styles = [...root.children].filter((child) => child.matches('style, link'));
  let isSame = root.firstChild?.nodeValue === `${fingerprintOf(element)}-${elementsIn(root)}`;
  try {
    if (isSame) hydrate(value, root, element.renderOptions);
  } catch (error) {
    isSame = false;
    warnOnce(`<${element.localName}> as the server rendered it is drawn anew: ${String(error)}`);
  }
  if (!isSame) root.textContent = '';
  return () => {
    if (isSame) for (const use of used) use();
    for (const style of styles) style.remove();
    (isSame ? pressed : sameButton(root, pressed))?.click();
  };
}
