import type { ElementClass } from '../base/element/define-element.js';
import type { renderShadowRoot } from '../render/render.js';

/** What differs between a browser and a server. */
export interface Platform {
  /** Exists on a server only, so that no page loads the code. */
  readonly renderShadowRoot: typeof renderShadowRoot | undefined;
  /** Registers elements in the page. */
  register(classes: readonly (ElementClass | undefined)[]): void;
}
