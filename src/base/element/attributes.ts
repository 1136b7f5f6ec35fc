import type { PropertyDeclaration } from 'lit';
import type { ElementClass } from './define-element.js';

declare module 'lit' {
  /** @internal */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged interfaces need the same parameters
  interface PropertyDeclaration<Type = unknown, TypeHint = unknown> {
    /** Accepted values, the default first. */
    readonly accepted?: readonly string[];
    /**
     * Text that the address of `frame.html` may set, which anybody can write: `any`, or only an
     * address on the frame's `own` site. Without it, the address cannot set the text. Numbers,
     * booleans and attributes with `accepted` values can always be set.
     */
    readonly framed?: 'any' | 'own';
  }
}

/** Maps attribute names to property declarations; empty for a class of a version that has none. */
export function attributesOf({
  elementProperties,
}: Pick<ElementClass, 'elementProperties'>): Map<string, PropertyDeclaration> {
  const attributes = new Map<string, PropertyDeclaration>();
  elementProperties?.forEach((declaration, property) => {
    const { attribute = String(property).toLowerCase() } = declaration;
    if (typeof attribute === 'string') attributes.set(attribute, declaration);
  });
  return attributes;
}
