import type { PropertyDeclaration } from 'lit';

/** Attributes that are also properties, with their declarations in Lit's format. */
export type Settings = ReadonlyMap<string, PropertyDeclaration>;

/** Name of the property of an attribute. */
const propertyOf = (attribute: string): string =>
  attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Gives a class without Lit the properties of its attributes. */
export function reflectSettings(prototype: object, settings: Settings): void {
  for (const [name, { type, accepted = [''] }] of settings) {
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

/** Sets properties again that were set before the upgrade, and hide the accessors of the class. */
export function setAgain(element: object, names: readonly string[]): void {
  for (const name of names.map(propertyOf)) {
    const own = Object.getOwnPropertyDescriptor(element, name);
    if (own && Reflect.deleteProperty(element, name)) Reflect.set(element, name, own.value);
  }
}
