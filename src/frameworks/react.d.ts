/* Types for JSX in React 19, which sets properties of custom elements and hears their events. */
import type { ClassAttributes, HTMLAttributes } from 'react';
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
  ClassAttributes<ElementOf<Name>> & {
    class?: string | undefined;
    part?: string | undefined;
  } & Properties<Name> &
  Attributes<Name, boolean> &
  Listeners<Name>;

type CustomsElements = { [Name in Tag]: CustomsElementProps<Name> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CustomsElements {}
  }
}
