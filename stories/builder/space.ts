/* Reserves space for an element in the page's style sheet, so nothing below it moves. */
import type { LitElement } from 'lit';
import type { Agency } from 'customs-widgets';
import type { Choices } from './choices.js';
import { attributesToShow } from './elements.js';
import type { Height, Widget } from './types.js';

/** Window widths at which the element is measured, in CSS px. */
const WINDOWS = [360, 390, 512, 672, 1072];

/** Width of a window that the element's column leaves free, in CSS px. */
const BESIDE = 32;

/** Limit in CSS px. Content below a higher element is out of sight in any window. */
const HIGHEST = 1800;

/** Measures the element of the preview in columns of several widths. It is invisible. */
export class Space {
  /** Pairs of window width and element height; absent until measured. */
  heights: readonly Height[] | undefined;

  readonly #holder = document.createElement('div');
  readonly #changed: () => void;
  #key = '';

  /** @param changed - called when the heights have changed */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#holder.className = 'measured';
    document.body.append(this.#holder);
  }

  /** Measures the element if anything has changed. Without an agency, there is nothing to do. */
  async follow(element: Widget, choices: Choices, agency: Agency | undefined): Promise<void> {
    const pairs = attributesToShow(element, choices);
    // Compares by content, because each read makes a new object of the same agency.
    const key = JSON.stringify([element.name, pairs, agency]);
    if (key === this.#key) return;
    [this.#key, this.heights] = [key, undefined];
    if (!element.agency || !agency) return;
    const made = document.createElement(`customs-${element.name}`) as LitElement & {
      data?: unknown;
    };
    for (const [name, value] of pairs) made.setAttribute(name, value === true ? '' : value);
    made.data = agency;
    this.#holder.lang = String(choices.attributes['lang'] || 'zh-Hans');
    this.#holder.replaceChildren(made);
    await made.updateComplete;
    if (key !== this.#key) return;
    this.heights = WINDOWS.map((width): Height => {
      this.#holder.style.inlineSize = `${width - BESIDE}px`;
      return [width, Math.min(HIGHEST, Math.ceil(made.offsetHeight))];
    });
    this.#holder.replaceChildren();
    this.#changed();
  }
}

/** Writes the rules for the heights. A width with the same height as the one before needs none. */
export function spaceText(selector: string, heights: readonly Height[]): string {
  const rules = heights
    .filter(([, height], index) => height !== heights[index - 1]?.[1])
    .map(([width, height], index) =>
      index
        ? `@media (min-width: ${width}px) {\n  ${selector} {\n    min-block-size: ${height}px;\n  }\n}`
        : `${selector} {\n  display: flow-root;\n  min-block-size: ${height}px;\n}`,
    );
  return rules.join('\n');
}
