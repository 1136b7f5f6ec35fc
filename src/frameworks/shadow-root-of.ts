import type { Description } from './settings-of.js';
import type { Platform } from './platform.js';

/** True where there is no page. Tests may have one on a server. */
export const isServer = typeof document === 'undefined';

/** True in browsers before 2023, where the templates of a server stay in the page. */
const keepsTemplates = !isServer && !('shadowRootMode' in HTMLTemplateElement.prototype);

/** Removes the templates that an old browser has kept, so that every browser hydrates the same. */
function removeTemplates(name: string): void {
  const kept = document.querySelectorAll(`customs-${name} > template[shadowrootmode]`);
  for (const template of kept) template.remove();
}

/**
 * Renders what is inside a declarative shadow root.
 *
 * @returns HTML; `undefined` in a browser, and if there is nothing that can be rendered: then the
 * element says why in the browser
 */
export function shadowRootOf(
  { renderShadowRoot }: Platform,
  name: Description['name'],
  rendering: object | undefined,
): string | undefined {
  if (keepsTemplates) removeTemplates(name);
  if (!isServer || !rendering) return undefined;
  try {
    return renderShadowRoot?.(name, rendering);
  } catch {
    return undefined;
  }
}

/** Writes a declarative shadow root, for frameworks that take it as text; empty where there is none. */
export function templateOf(...rendered: Parameters<typeof shadowRootOf>): string {
  const html = shadowRootOf(...rendered);
  return html === undefined ? '' : `<template shadowrootmode="open">${html}</template>`;
}
