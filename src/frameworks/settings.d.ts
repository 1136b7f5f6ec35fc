/* What every framework lets a page set on an element; each of them adds its own names for children, refs and events. */
import type { CustomsEventMap } from '../index.js';
import type { Elements } from './elements.js';

export type { Elements };

/** The name of an element. */
export type Tag = keyof Elements;

/** The class of an element. */
export type ElementOf<Name extends Tag> = Elements[Name]['element'];

/** Properties, under the names and with the types of the class. */
export type Properties<Name extends Tag> = Partial<
  Pick<ElementOf<Name>, Elements[Name]['properties'] & keyof ElementOf<Name>>
>;

/** A number may be written as the text that HTML has for it. */
export type AttributeValue<Value, True> = Value extends boolean
  ? True
  : Value extends number
    ? Value | `${Value}`
    : Value;

/**
 * Attributes with a hyphen, for those who write HTML.
 *
 * @typeParam True - what a boolean attribute accepts: some frameworks write `false` as a text, which stands for true
 */
export type Attributes<Name extends Tag, True> = {
  [Attribute in keyof Elements[Name]['attributes']]?: AttributeValue<
    ElementOf<Name>[Elements[Name]['attributes'][Attribute] & keyof ElementOf<Name>],
    True
  >;
};

/** An event as its listener gets it on the element. */
export type EventOn<
  Name extends Tag,
  Event extends Elements[Name]['events'],
> = CustomsEventMap[Event] & { readonly currentTarget: ElementOf<Name> };
