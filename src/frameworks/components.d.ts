/* What components of every framework accept. Each framework adds its own names. */
import type { RenderOptions } from '../render/render.js';
import type { Elements, EventOn, Tag } from './settings.js';

/** Joins words: `customs-filter` is `CustomsFilter`. */
type Joined<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Joined<Rest>}`
  : Capitalize<Name>;

/** Listeners as properties: `onCustomsFilter` hears `customs-filter`. */
export type ListenerProps<Name extends Tag> = {
  [Event in Elements[Name]['events'] as `on${Joined<Event>}`]?:
    ((event: EventOn<Name, Event>) => void) | undefined;
};

/** Options of the server rendering. The browser does not read them. */
export type ServerProps<Name extends Tag> = Elements[Name] extends { properties: infer Names }
  ? 'agency' extends Names
    ? Pick<RenderOptions, 'nonce' | 'page' | 'styles'>
    : unknown
  : never;
