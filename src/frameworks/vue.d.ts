/* Types for templates of Vue 3, which the language tools and vue-tsc check as those of components. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { AttributeValue, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

type Emits<Name extends Tag> = {
  [Event in Elements[Name]['events']]: (event: EventOn<Name, Event>) => void;
};

/** Templates may write either name, `heading-level="3"` or `:headingLevel="3"`; to the checker both are the latter. */
type Props<Name extends Tag> = {
  [Property in keyof Properties<Name>]: AttributeValue<Properties<Name>[Property], boolean>;
};

/** What Vue leaves out of its types of HTML; the checker takes `data-count` for `dataCount`. */
interface Missing {
  slot?: string;
  part?: string;
  [data: `data${Capitalize<string>}`]: unknown;
}

/** What a template sees of `<customs-…>`; a template ref to it is the element itself. */
export type CustomsElementComponent<Name extends Tag> = new () => ElementOf<Name> & {
  /** Only for the types of templates; there is no such property. */
  readonly $props: Omit<HTMLAttributes, keyof Properties<Name>> &
    Missing &
    PublicProps &
    Props<Name>;
  /** Only for the types of templates; there is no such method. */
  readonly $emit: EmitFn<Emits<Name>>;
};

type CustomsElements = { [Name in Tag]: CustomsElementComponent<Name> };

declare module 'vue' {
  interface GlobalComponents extends CustomsElements {}
}
