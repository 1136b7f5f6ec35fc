/*
 * Components for React, and types for the tags in JSX of React 19, which sets properties of custom
 * elements and hears their events. On a server, use the components: React does neither when it
 * hydrates.
 */
import type {
  ClassAttributes,
  ForwardRefExoticComponent,
  HTMLAttributes,
  RefAttributes,
} from 'react';
import type { ListenerProps, ServerProps } from './components.js';
import type { Attributes, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

export * from './react-components.js';

type Listeners<Name extends Tag> = {
  [Event in Elements[Name]['events'] as `on${Event}`]?:
    ((event: EventOn<Name, Event>) => void) | undefined;
};

/** Attributes of every element, and the properties of one. */
type Common<Name extends Tag> = Omit<HTMLAttributes<ElementOf<Name>>, keyof Properties<Name>> & {
  part?: string | undefined;
} & Properties<Name>;

/** What `<customs-…>` accepts in JSX. Also for elements with another tag name. */
export type CustomsElementProps<Name extends Tag> = Common<Name> &
  ClassAttributes<ElementOf<Name>> & { class?: string | undefined } & Attributes<Name, boolean> &
  Listeners<Name>;

/** What a component accepts, except `ref` and `key`. */
export type CustomsComponentProps<Name extends Tag> = Common<Name> &
  ListenerProps<Name> &
  ServerProps<Name>;

/** A component. Its `ref` is the element. */
export type CustomsComponent<Name extends Tag> = ForwardRefExoticComponent<
  CustomsComponentProps<Name> & RefAttributes<ElementOf<Name>>
>;

type CustomsElements = { [Name in Tag]: CustomsElementProps<Name> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CustomsElements {}
  }
}
