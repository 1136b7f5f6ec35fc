import type { PropertyDeclaration } from 'lit';
import type { ElementClass } from './define-element.js';

declare module 'lit' {
  /** @internal */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- what is merged has to have the same parameters
  interface PropertyDeclaration<Type = unknown, TypeHint = unknown> {
    /** The values that are accepted, the default first. */
    readonly accepted?: readonly string[];
    /**
     * What anybody may set it to who makes up an address of `frame.html`: `any` text, or an address of the frame's
     * `own` site. Without it a text cannot be set there. Numbers, flags and what has `accepted` values always can.
     */
    readonly framed?: 'any' | 'own';
  }
}

/** The declarations of a class by the names of their attributes; none for one of a version that does not say. */
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
