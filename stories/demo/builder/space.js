/* The space of an element, held by the page's style sheet until the element is there, so that nothing below moves. */
import { attributesToShow } from './elements.js';

/** Widths of windows from which on the element is measured anew, in CSS px. */
const WINDOWS = [360, 390, 512, 672, 1072];

/** How much of a window is beside the column of the element, in CSS px. */
const BESIDE = 32;

/** What is higher reaches below any window, and what follows is out of sight. */
const HIGHEST = 1800;

/** Measures what the preview shows in columns of several widths; it is out of sight. */
export class Space {
  /** Pairs of the width of a window and the height of the element; absent until it was measured. */
  heights;

  #holder = document.createElement('div');
  #changed;
  #key;

  /** @param changed - called when there are other heights */
  constructor(changed) {
    this.#changed = changed;
    this.#holder.className = 'measured';
    document.body.append(this.#holder);
  }

  /** Measures the element, unless it is the same as before. Without an agency there is nothing to measure. */
  async follow(element, choices, agency) {
    const pairs = attributesToShow(element, choices);
    // Whoever reads the source makes a new object of the same agency.
    const key = JSON.stringify([element.name, pairs, agency]);
    if (key === this.#key) return;
    [this.#key, this.heights] = [key, undefined];
    if (!element.agency || !agency) return;
    const made = document.createElement(`customs-${element.name}`);
    for (const [name, value] of pairs) made.setAttribute(name, value === true ? '' : value);
    made.data = agency;
    this.#holder.lang = choices.attributes.lang || 'zh-Hans';
    this.#holder.replaceChildren(made);
    await made.updateComplete;
    if (key !== this.#key) return;
    this.heights = WINDOWS.map((width) => {
      this.#holder.style.inlineSize = `${width - BESIDE}px`;
      return [width, Math.min(HIGHEST, Math.ceil(made.offsetHeight))];
    });
    this.#holder.replaceChildren();
    this.#changed();
  }
}

/** The rules that hold the heights; a width at which nothing changes needs none. */
export function spaceText(selector, heights) {
  const rules = heights
    .filter(([, height], index) => height !== heights[index - 1]?.[1])
    .map(([width, height], index) =>
      index
        ? `@media (min-width: ${width}px) {\n  ${selector} {\n    min-block-size: ${height}px;\n  }\n}`
        : `${selector} {\n  display: flow-root;\n  min-block-size: ${height}px;\n}`,
    );
  return rules.join('\n');
}
