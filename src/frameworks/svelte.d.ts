/* Types for templates of Svelte 5, which svelte-check and the language tools check. */
import type { HTMLAttributes } from 'svelte/elements';
import type { Attributes, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

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

type CustomsElements = { [Name in Tag]: CustomsElementAttributes<Name> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends CustomsElements {}
}
