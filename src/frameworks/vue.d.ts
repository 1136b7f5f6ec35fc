/* Types for templates of Vue 3. The language tools and vue-tsc check elements like components. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { AttributeValue, ElementOf, Elements, EventOn, Properties, Tag } from './settings.js';

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

type CustomsElements = { [Name in Tag]: CustomsElementComponent<Name> };

declare module 'vue' {
  interface GlobalComponents extends CustomsElements {}
}
