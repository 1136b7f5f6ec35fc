/*
 * Components for Vue 3, and types for the tags in templates. The language tools and vue-tsc check
 * both.
 */
import type { EmitFn, HTMLAttributes, PublicProps, VNode } from 'vue';
import type { ServerProps } from './components.js';
import type { AttributeValue, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

export * from './vue-components.js';

type Emits<Name extends Tag> = {
  [Event in Elements[Name]['events']]: (event: EventOn<Name, Event>) => void;
};

/** Templates may write `heading-level="3"` or `:headingLevel="3"`. The checker sees the latter. */
type Props<Name extends Tag> = {
  [Property in keyof Properties<Name>]: AttributeValue<Properties<Name>[Property], boolean>;
};

/** Attributes missing in Vue's HTML types. The checker reads `data-count` as `dataCount`. */
interface Missing {
  slot?: string | undefined;
  part?: string | undefined;
  [data: `data${Capitalize<string>}`]: unknown;
}

/** What a template knows about `<customs-…>`. A template ref to it is the element itself. */
export type CustomsElementComponent<Name extends Tag> = new () => ElementOf<Name> & {
  /** Exists only in the types of templates. */
  readonly $props: Omit<HTMLAttributes, keyof Properties<Name>> &
    Missing &
    PublicProps &
    Props<Name>;
  /** Exists only in the types of templates. */
  readonly $emit: EmitFn<Emits<Name>>;
};

/** A component. Its `$el` is the element. */
export type CustomsComponent<Name extends Tag> = new () => {
  readonly $el: ElementOf<Name>;
  readonly $props: Omit<HTMLAttributes, keyof Properties<Name>> &
    Missing &
    PublicProps &
    Props<Name> &
    ServerProps<Name>;
  readonly $emit: EmitFn<Emits<Name>>;
  readonly $slots: { readonly default?: () => VNode[] };
};

type CustomsElements = { [Name in Tag]: CustomsElementComponent<Name> };

declare module 'vue' {
  interface GlobalComponents extends CustomsElements {}
}
