/*
 * Components for Solid, and types for the tags in JSX. Solid sets a property with `prop:`, an
 * attribute with `attr:` and `bool:`, and hears an event with `on:`.
 */
import type { JSX } from 'solid-js';
import type { ListenerProps, ServerProps } from './components.js';
import type { Attributes, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

export * from './solid-components.js';

type Listener<Name extends Tag, Event extends Elements[Name]['events']> =
  | ((event: EventOn<Name, Event>) => void)
  | (AddEventListenerOptions & { handleEvent: (event: EventOn<Name, Event>) => void });

type Listeners<Name extends Tag> = {
  [Event in Elements[Name]['events'] as `on:${Event}`]?: Listener<Name, Event> | undefined;
};

type PropertiesBySign<Name extends Tag> = {
  [Property in keyof Properties<Name> & string as `prop:${Property}`]?: Properties<Name>[Property];
};

type AttributesBySign<Name extends Tag> = {
  [Attribute in keyof Attributes<Name, true> & string as `attr:${Attribute}`]?: Attributes<
    Name,
    true
  >[Attribute];
};

type Common<Name extends Tag> = Omit<
  JSX.HTMLAttributes<ElementOf<Name>>,
  keyof Properties<Name> | 'ref'
> & {
  part?: string | undefined;
  ref?: ElementOf<Name> | ((element: ElementOf<Name>) => void) | undefined;
} & Properties<Name>;

/** What `<customs-…>` accepts in JSX. Also for elements with another tag name. */
export type CustomsElementProps<Name extends Tag> = Common<Name> &
  PropertiesBySign<Name> &
  AttributesBySign<Name> &
  Listeners<Name>;

/** What a component accepts. Its `ref` is the element. */
export type CustomsComponentProps<Name extends Tag> = Common<Name> &
  ListenerProps<Name> &
  ServerProps<Name>;

/** A component. */
export type CustomsComponent<Name extends Tag> = (
  props: CustomsComponentProps<Name>,
) => JSX.Element;

type CustomsElements = { [Name in Tag]: CustomsElementProps<Name> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends CustomsElements {}
  }
}
