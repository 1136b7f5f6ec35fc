/* What components import in a browser: the classes of the elements, and nothing that renders. */
import type { Platform } from './platform.js';

export * from '../elements/all.js';

export const renderShadowRoot: Platform['renderShadowRoot'] = undefined;

export const register: Platform['register'] = (classes) => {
  for (const element of classes) element?.define();
};
