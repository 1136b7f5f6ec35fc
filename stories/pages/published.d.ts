/*
 * What the build has published, inside the script of a page: a page opened from a disk cannot fetch
 * it. rollup.config.mjs makes this module.
 */
declare module 'virtual:published' {
  import type { Agency } from 'customs-widgets';

  /** One attribute, as custom-elements.json describes it. */
  export interface DeclaredAttribute {
    readonly name: string;
    readonly type?: { readonly text: string };
    readonly default?: string;
    readonly description?: string;
    readonly inheritedFrom?: { readonly name: string };
    readonly framed?: 'any' | 'own';
  }

  /** One element, as custom-elements.json describes it. */
  export interface DeclaredElement {
    readonly name: string;
    readonly tagName: string;
    readonly summary?: string;
    readonly description?: string;
    readonly attributes?: readonly DeclaredAttribute[];
  }

  /** The elements of custom-elements.json. */
  export const declared: readonly DeclaredElement[];
  /** Version and files of integrity.json. */
  export const version: string;
  export const files: Readonly<Record<string, { readonly integrity: string }>>;
  /** English strings of the elements. */
  export const strings: Readonly<Record<string, string>>;
  /** Built-in agencies by name and language. */
  export const agencies: Readonly<Record<string, Readonly<Record<string, Agency>>>>;
}
