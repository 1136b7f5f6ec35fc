import { html as template, type TemplateResult } from 'lit';

/**
 * Lit also passes a listener as the options of `addEventListener`. A script of the page may have
 * given all functions a property `once` or `passive`, as Sugar does. An object without a prototype
 * has neither.
 */
const listenerOf = (handleEvent: unknown): object => ({ __proto__: null, handleEvent });

/**
 * The template tag of all elements: Lit's, with listeners that every page leaves as they are.
 * Listeners are called without `this`, so a method has to be an arrow function.
 */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult =>
  template(
    strings,
    ...values.map((value) => (typeof value === 'function' ? listenerOf(value) : value)),
  );
