import type { PropertyDeclaration } from 'lit';
import { warnOnce } from '../../warnings.js';

/** Class of an element, with or without Lit. */
export interface ElementClass {
  new (): HTMLElement;
  /** Name under which the class is registered by default. */
  readonly tag: string;
  /** Version of the library that defines the class. */
  readonly version: string;
  readonly observedAttributes: readonly string[];
  /** Declarations of its properties, in Lit's format. */
  readonly elementProperties?: ReadonlyMap<PropertyKey, PropertyDeclaration>;
  define(tag?: string, registry?: CustomElementRegistry): void;
}

/**
 * Registers an element. The first definition of a name wins. A second copy of the library is
 * harmless and warns once.
 *
 * @param tag - name of the element
 * @param registry - registry to use
 */
export function defineElement(
  element: ElementClass,
  tag: string,
  registry: CustomElementRegistry,
): void {
  const known = registry.get(tag) as Partial<ElementClass> | undefined;
  if (!known) {
    // A class can be registered only once, so another name gets a subclass.
    registry.define(tag, tag === element.tag ? element : class extends element {});
  } else if (known !== element && tag === element.tag) {
    warnOnce(
      `<${tag}> is already defined by version ${known.version ?? 'unknown'}; version ${element.version} is not used.`,
    );
  }
}
