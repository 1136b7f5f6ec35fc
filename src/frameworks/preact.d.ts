/* Components for Preact, and types for the tags in JSX. */
import type { HTMLAttributes, Ref, VNode } from 'preact';
import type { ListenerProps, ServerProps } from './components.js';
import type { Attributes, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

export * from './preact-components.js';

type Listeners<Name extends Tag> = {
  [Event in Elements[Name]['events'] as `on${Event}`]?:
    ((event: EventOn<Name, Event>) => void) | undefined;
};

/** Attributes of every element, and the properties of one. */
type Common<Name extends Tag> = Omit<HTMLAttributes<ElementOf<Name>>, keyof Properties<Name>> &
  Properties<Name>;

/** What `<customs-…>` accepts in JSX. Also for elements with another tag name. */
export type CustomsElementProps<Name extends Tag> = Common<Name> &
  // Preact writes `false` to attributes whose fifth character is a hyphen, such as
  // `hide-when-empty`.
  Attributes<Name, true> &
  Listeners<Name>;

/** What a component accepts. From Preact 11 on, its `ref` is the element. */
export type CustomsComponentProps<Name extends Tag> = Omit<Common<Name>, 'ref'> &
  ListenerProps<Name> &
  ServerProps<Name> & { ref?: Ref<ElementOf<Name>> | undefined };

/** A component. */
export type CustomsComponent<Name extends Tag> = (props: CustomsComponentProps<Name>) => VNode;

type CustomsElements = { [Name in Tag]: CustomsElementProps<Name> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends CustomsElements {}
  }
}
