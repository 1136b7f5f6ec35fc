/*
 * Components of Vue. A server writes the element with a declarative shadow root. The parser of the
 * page takes that template away, and the first rendering in the browser has none, so both agree.
 * Vue sets properties and listeners of custom elements when it hydrates; until then, `agency="none"`
 * keeps what the server rendered.
 */
import type { ElementClass } from '../base/element/define-element.js';
import type { Platform } from './platform.js';
import { camelCase, type Description, type Given, settingsOf } from './settings-of.js';
import { shadowRootOf } from './shadow-root-of.js';

/** What components need of Vue. */
export interface Vue {
  h(type: string, properties: object, children?: unknown): unknown;
  onMounted(run: () => void): void;
}

interface Context {
  readonly attrs: Given;
  readonly slots: { readonly default?: () => unknown[] };
}

/** Returns the function that makes the components. */
export const vueComponentsOf =
  ({ h, onMounted }: Vue, platform: Platform) =>
  (
    name: string,
    description: Description,
    classes: readonly (ElementClass | undefined)[],
  ): object => ({
    name,
    inheritAttrs: false,
    setup: (_: unknown, { attrs, slots }: Context) => {
      onMounted(() => platform.register(classes));
      return () => {
        // Templates may write `heading-level`.
        const given: Given = Object.fromEntries(
          Object.entries(attrs).map(([key, value]) => [
            camelCase(key) in description.properties ? camelCase(key) : key,
            value,
          ]),
        );
        const { attributes, properties, listeners, rendering } = settingsOf(
          description,
          given,
          !slots.default,
        );
        const written: Record<string, unknown> = { ...attributes };
        for (const [key, value] of Object.entries(properties)) written[`.${key}`] = value;
        for (const [key, value] of Object.entries(listeners)) written[`on:${key}`] = value;
        const html = shadowRootOf(platform, description.name, rendering);
        const template =
          html === undefined ? [] : [h('template', { shadowrootmode: 'open', innerHTML: html })];
        return h(`customs-${description.name}`, written, [
          ...template,
          ...(slots.default?.() ?? []),
        ]);
      };
    },
  });
