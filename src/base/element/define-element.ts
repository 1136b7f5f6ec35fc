import type { PropertyDeclaration } from 'lit';
import { warnOnce } from '../../warnings.js';

/** A class of an element that can be registered, whether or not Lit is below it. */
export interface ElementClass {
  new (): HTMLElement;
  /** Name under which it is registered by itself. */
  readonly tag: string;
  /** Version of the library that it comes from. */
  readonly version: string;
  readonly observedAttributes: readonly string[];
  /** How its properties are declared, said as Lit says it. */
  readonly elementProperties?: ReadonlyMap<PropertyKey, PropertyDeclaration>;
  define(tag?: string, registry?: CustomElementRegistry): void;
}

/**
 * Registers an element. The first definition of a name wins; a second copy of the library is harmless and warns once.
 *
 * @param tag - name of the element
 * @param registry - where to register
 */
export function defineElement(
  element: ElementClass,
  tag: string,
  registry: CustomElementRegistry,
): void {
  const known = registry.get(tag) as Partial<ElementClass> | undefined;
  if (!known) {
    // A class can be registered once, so another name gets a subclass.
    registry.define(tag, tag === element.tag ? element : class extends element {});
  } else if (known !== element && tag === element.tag) {
    warnOnce(
      `<${tag}> is already defined by version ${known.version ?? 'unknown'}; version ${element.version} is not used.`,
    );
  }
}
