/*
 * Components for Svelte 5, and types for the tags in templates, which svelte-check and the language
 * tools check.
 */
import type { Component } from 'svelte';
import type { HTMLAttributes } from 'svelte/elements';
import type { ServerProps } from './components.js';
import type { Attributes, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

export * from './svelte-components.js';

type Listeners<Name extends Tag> = {
  [Event in Elements[Name]['events'] as `on${Event}` | `on:${Event}`]?:
    ((event: EventOn<Name, Event>) => void) | null | undefined;
};

/** What `<customs-…>` accepts in a template. Also for elements with another tag name. */
export type CustomsElementAttributes<Name extends Tag> = Omit<
  HTMLAttributes<ElementOf<Name>>,
  keyof Properties<Name>
> &
  Properties<Name> &
  // Svelte writes `false` to attributes that are not properties.
  Attributes<Name, true> &
  Listeners<Name>;

/** What a component accepts. `bind:ref` is the element. */
export type CustomsComponentProps<Name extends Tag> = Omit<
  HTMLAttributes<ElementOf<Name>>,
  keyof Properties<Name>
> &
  Properties<Name> &
  ServerProps<Name> & {
    [Event in Elements[Name]['events'] as `on${Event}`]?:
      ((event: EventOn<Name, Event>) => void) | null | undefined;
  } & { ref?: ElementOf<Name> | undefined };

/** A component. */
export type CustomsComponent<Name extends Tag> = Component<
  CustomsComponentProps<Name>,
  Record<never, never>,
  'ref'
>;

type CustomsElements = { [Name in Tag]: CustomsElementAttributes<Name> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends CustomsElements {}
}
