/* Types for JSX in Preact. */
import type { HTMLAttributes } from 'preact';
import type { Attributes, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

type Listeners<Name extends Tag> = {
  [Event in Elements[Name]['events'] as `on${Event}`]?:
    ((event: EventOn<Name, Event>) => void) | undefined;
};

/** What `<customs-…>` accepts in JSX. Also for elements with another tag name. */
export type CustomsElementProps<Name extends Tag> = Omit<
  HTMLAttributes<ElementOf<Name>>,
  keyof Properties<Name>
> &
  Properties<Name> &
  // Preact writes `false` to attributes whose fifth character is a hyphen, such as
  // `hide-when-empty`.
  Attributes<Name, true> &
  Listeners<Name>;

type CustomsElements = { [Name in Tag]: CustomsElementProps<Name> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends CustomsElements {}
  }
}
