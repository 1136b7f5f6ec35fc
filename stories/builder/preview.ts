/* The live elements, in a box as wide as a phone or a desktop column. */
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';
import { brandProperties } from './brand/colours.js';
import type { Choices } from './choices.js';
import { attributesToShow } from './elements.js';
import { isForeign } from './policy.js';
import { SAMPLES } from './sample-comments.js';
import type { Source } from './sources.js';
import type { Widget } from './types.js';
import { hasContent, pageAttributes } from './whole/parts.js';

/** Width of the box in CSS px. */
const WIDTHS = { phone: 360, desktop: 1024 };

/** Custom properties that the colour of the office sets. */
const COLOURS = brandProperties('#000').map(([name]) => name);

/** True if this page can reach the real comments. */
export function hasService({ attributes }: Pick<Choices, 'attributes'>): boolean {
  const { endpoint, site, engine = 'http' } = attributes;
  if (typeof endpoint !== 'string' || !endpoint || isForeign(endpoint)) return false;
  return Boolean(site) || engine !== 'http';
}

/** True if an element shows comments that are made up. */
const isMadeUp = (widget: Widget, choices: Choices): boolean =>
  !hasService(choices) &&
  (widget.comments || Boolean(takesEndpoint(widget) && choices.attributes['endpoint']));

const takesEndpoint = ({ attributes }: Widget): boolean =>
  attributes.some(({ name }) => name === 'endpoint');

type Shown = HTMLElement & { data?: unknown; provider?: unknown };

/** The box. It is outside of the templates, so changes of the form do not disturb it. */
export class Preview {
  /** Scrolls if the content is higher than the page allows. */
  readonly stage = document.createElement('div');

  /** Scale of the box, 1 for full size. */
  scale = 1;

  /** True if comments in the box are made up. */
  isMadeUp = false;

  readonly #screen = document.createElement('div');
  readonly #elements = new Map<string, Shown>();
  readonly #scaled: () => void;

  /** @param scaled - called when the scale has changed */
  constructor(scaled: () => void) {
    this.#scaled = scaled;
    this.stage.className = 'stage';
    this.#screen.className = 'screen';
    const holder = document.createElement('div');
    holder.className = 'holder';
    holder.append(this.#screen);
    this.stage.append(holder);
    const observer = new ResizeObserver(() => this.#fit(holder));
    observer.observe(this.stage);
    observer.observe(this.#screen);
  }

  /** Shows elements. Returns false if there is nothing to see. */
  show(choices: Choices, widgets: readonly Widget[], source: Source): boolean {
    const { width, scheme, attributes } = choices;
    Object.assign(this.#screen.dataset, { width, scheme });
    this.#screen.lang = String(attributes['lang'] || source.agency?.lang || 'zh-Hans');
    this.#paint(choices);
    const { agency } = source;
    const visible = widgets.filter(
      (widget) =>
        !widget.agency || (agency && (choices.make === 'element' || hasContent(widget, agency))),
    );
    this.stage.hidden = !visible.length;
    this.isMadeUp = visible.some((widget) => isMadeUp(widget, choices));
    const shown = visible.map((widget) => this.#element(widget, choices, source));
    const { children } = this.#screen;
    const isSame =
      children.length === shown.length && shown.every((one, index) => one === children[index]);
    if (!isSame) this.#screen.replaceChildren(...shown);
    return visible.length > 0;
  }

  /** Gives the box the colour of the office. */
  #paint({ brand }: Choices): void {
    const colours = new Map(brandProperties(brand));
    for (const name of COLOURS) this.#screen.style.setProperty(name, colours.get(name) ?? null);
  }

  /** Finds the element made before, or makes it, and gives it what was chosen. */
  #element(widget: Widget, choices: Choices, source: Source): Shown {
    const madeUp = isMadeUp(widget, choices);
    const key = `${widget.name} ${madeUp}`;
    const known = this.#elements.get(key);
    const element: Shown = known ?? document.createElement(`customs-${widget.name}`);
    if (!known && madeUp) element.provider = new MemoryCommentProvider(SAMPLES);
    this.#elements.set(key, element);
    const own = choices.make === 'page' ? pageAttributes(widget, source.agency) : {};
    const attributes = { ...choices.attributes, ...own };
    const wanted = new Map(attributesToShow(widget, { ...choices, attributes }));
    for (const { name, preset, kind } of widget.attributes) {
      const chosen = madeUp && name === 'endpoint' ? undefined : wanted.get(name);
      // An element warns of a value that is taken away again.
      const isReset = kind !== 'flag' && preset && element.hasAttribute(name);
      const value = chosen ?? (isReset ? preset : undefined);
      if (value === undefined) element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : value);
    }
    if (widget.agency) element.data = source.agency;
    return element;
  }

  #fit(holder: HTMLElement): void {
    const { clientWidth } = this.stage;
    if (!clientWidth) return;
    const width = this.#screen.dataset['width'] === 'desktop' ? WIDTHS.desktop : WIDTHS.phone;
    const scale = Math.min(1, clientWidth / width);
    this.#screen.style.setProperty('--scale', String(scale));
    holder.style.setProperty('block-size', `${this.#screen.offsetHeight * scale}px`);
    if (scale === this.scale) return;
    this.scale = scale;
    this.#scaled();
  }
}
