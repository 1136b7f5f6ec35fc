import type { PropertyDeclaration } from 'lit';
import { ENGINES } from '../../comments/engines/names.js';

// Types of property declarations.
import type {} from '../../base/element/attributes.js';

/** Attributes that are also properties. */
export const SETTINGS: ReadonlyMap<string, PropertyDeclaration> = new Map<
  string,
  PropertyDeclaration
>([
  ['endpoint', { framed: 'own' }],
  ['engine', { accepted: ENGINES }],
  ['site', { framed: 'any' }],
  ['thread', { framed: 'any' }],
  ['hide-when-empty', { type: Boolean }],
]);

/** Name of the property of an attribute. */
const propertyOf = (attribute: string): string =>
  attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Names of the properties. */
export const PROPERTIES = [...SETTINGS.keys()].map(propertyOf);

/** Gives a class without Lit the properties of its attributes. */
export function reflectSettings(prototype: object): void {
  for (const [name, { type, accepted = [''] }] of SETTINGS) {
    Object.defineProperty(prototype, propertyOf(name), {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return type === Boolean
          ? this.hasAttribute(name)
          : (this.getAttribute(name) ?? accepted[0]);
      },
      set(this: Element, value: string | boolean) {
        if (type === Boolean) this.toggleAttribute(name, Boolean(value));
        else this.setAttribute(name, String(value));
      },
    });
  }
}
