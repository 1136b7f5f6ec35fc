/*
 * What every framework lets a page set on an element. Each one adds its own names for children,
 * refs and events.
 */
import type { CustomsEventMap } from '../index.js';
import type { Elements } from './elements.js';

export type { Elements };

/** Tag name of an element. */
export type Tag = keyof Elements;

/** Class of an element. */
export type ElementOf<Name extends Tag> = Elements[Name]['element'];

/** Properties, with the names and types of the class. */
export type Properties<Name extends Tag> = {
  [Property in Elements[Name]['properties'] & keyof ElementOf<Name>]?:
    ElementOf<Name>[Property] | undefined;
};

/** Numbers may also be written as text, as in HTML. */
export type AttributeValue<Value, True> = Value extends boolean
  ? True
  : Value extends number
    ? Value | `${Value}`
    : Value;

/**
 * Attributes with a hyphen, for authors who write HTML.
 *
 * @typeParam True - accepted value of a boolean attribute; some frameworks write `false` as text,
 * which HTML reads as true
 */
export type Attributes<Name extends Tag, True> = {
  [Attribute in keyof Elements[Name]['attributes']]?:
    | AttributeValue<
        ElementOf<Name>[Elements[Name]['attributes'][Attribute] & keyof ElementOf<Name>],
        True
      >
    | undefined;
};

/** An event as a listener on the element receives it. */
export type EventOn<
  Name extends Tag,
  Event extends Elements[Name]['events'],
> = CustomsEventMap[Event] & { readonly currentTarget: ElementOf<Name> };
