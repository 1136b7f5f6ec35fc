/*
 * Components of Solid. A server writes the element with a declarative shadow root. The parser of the
 * page takes that template away, and Solid's hydration walks what is left. Solid sets properties and
 * listeners when it hydrates; until then, `agency="none"` keeps what the server rendered.
 */
import type { ElementClass } from '../base/element/define-element.js';
import type { Platform } from './platform.js';
import { type Description, type Given, settingsOf } from './settings-of.js';
import { templateOf } from './shadow-root-of.js';

/** What components need of Solid. */
export interface Solid {
  readonly Dynamic: unknown;
  createComponent(component: unknown, properties: object): unknown;
  createMemo<Value>(compute: () => Value): () => Value;
  mergeProps(...sources: unknown[]): object;
  onMount(run: () => void): void;
  splitProps(properties: Given, keys: readonly string[]): readonly [Given, Given];
  untrack<Value>(read: () => Value): Value;
}

/** Names that Solid knows, or sets as properties. It would do so with others, which are attributes. */
const IS_SOLIDS = /^on|:|[A-Z]|^(class|style)$/;

const written = (name: string): string => (IS_SOLIDS.test(name) ? name : `attr:${name}`);

const renamed = (values: Given, rename: (name: string) => string): object =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [rename(key), value]));

/** Returns the function that makes the components. */
export function solidComponentsOf(solid: Solid, platform: Platform) {
  const { Dynamic, createComponent, createMemo, mergeProps, onMount, splitProps, untrack } = solid;
  return (
      _: string,
      description: Description,
      classes: readonly (ElementClass | undefined)[],
    ): unknown =>
    (all: Given): unknown => {
      const component = `customs-${description.name}`;
      // Solid makes content anew each time it is read.
      const [own, given] = splitProps(all, ['children', 'ref']);
      const settings = createMemo(() =>
        settingsOf(description, { ...given }, !('children' in all)),
      );
      onMount(() => platform.register(classes));
      const template = templateOf(
        platform,
        description.name,
        untrack(() => settings().rendering),
      );
      const inside = template ? { children: [{ t: template }, own['children']] } : own;
      const set = (): object => {
        const { attributes, properties, listeners } = settings();
        return {
          component,
          ...renamed(attributes, written),
          ...renamed(properties, (name) => `prop:${name}`),
          ...renamed(listeners, (name) => `on:${name}`),
        };
      };
      return createComponent(Dynamic, mergeProps(set, inside));
    };
}
