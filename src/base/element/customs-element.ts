import {
  html,
  LitElement,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import { LocalizationController } from '../language/localization.js';
import { directionOf } from '../language/tags.js';
import { inElderMode, THEMES, type Theme } from '../reader/preferences.js';
import { styles } from '../styles/styles.js';
import { VERSION } from '../../version.js';
import { warnNotAccepted } from '../../warnings.js';
import { defineElement } from './define-element.js';

// What properties can say of their attributes.
import type {} from './attributes.js';

// Whoever imports an element gets the types of its events for addEventListener with it.
export type { CustomsEventMap } from '../reader/events.js';

/** The default stands first. */
const HEADING_LEVELS = ['2', '1', '3', '4', '5', '6'] as const;

/**
 * The frame of every element: its registration, language, theme, elder mode and heading level.
 *
 * @csspart base - The frame around everything the element shows.
 * @cssproperty [--customs-color-accent=#0b4f8a] - Colour of links, buttons and marks of the current item.
 * @cssproperty [--customs-color-on-accent=#fff] - Colour of text on the accent colour.
 * @cssproperty [--customs-color-surface=#fff] - Background of the element.
 * @cssproperty [--customs-color-soft=#f2f6fa] - Background of hovered and set-off parts.
 * @cssproperty [--customs-color-text=#17212d] - Colour of text.
 * @cssproperty [--customs-color-muted=#55616f] - Colour of secondary text; at least 4.5:1 on the surface.
 * @cssproperty [--customs-color-border=#d3dbe4] - Colour of lines between parts.
 * @cssproperty [--customs-color-danger=#b3261e] - Colour of error messages.
 * @cssproperty [--customs-color-highlight=#ffe9a8] - Background of found text.
 * @cssproperty [--customs-color-focus=var(--customs-color-accent)] - Colour of the ring around what has the focus; at least 3:1 on the surface.
 * @cssproperty [--customs-font-family='PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif] - Font family; where the language is not Chinese: system-ui, sans-serif.
 * @cssproperty [--customs-radius=8px] - Radius of corners, in px.
 * @cssproperty [--customs-space=8px] - Unit of all distances, in px.
 * @cssproperty [--customs-target-size=44px] - Smallest height and width of controls, in px.
 * @cssproperty [--customs-text-scale=1] - Factor for the size of all text; 1 is 16 px, in elder mode 20 px.
 */
export abstract class CustomsElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** Version of the library that this class comes from. */
  static readonly version: string = VERSION;

  /** Name under which `define()` registers the element. */
  static readonly tag: string;

  /**
   * Registers the element. The first definition of a name wins; a second copy of the library is harmless
   * and warns once.
   *
   * @param tag - name of the element; default: its own
   * @param registry - where to register; default: the registry of the page
   */
  static define(tag: string = this.tag, registry: CustomElementRegistry = customElements): void {
    defineElement(this as never, tag, registry);
  }

  /** BCP 47 tag of the language of the element; default: the nearest `lang` above it, else `zh-Hans`. */
  @property({ reflect: true, useDefault: true }) override lang = '';

  /** Level of the heading, 1 to 6; headings inside the element follow it. */
  @property({ type: Number, attribute: 'heading-level', accepted: HEADING_LEVELS })
  headingLevel = 2;

  /** Elder mode: larger text, targets and distances. Also followed from `elder` or `data-elder` above. */
  @property({ type: Boolean, reflect: true }) elder = false;

  /** `auto` follows the `color-scheme` of the page; `light`, `dark` and `contrast` are fixed. */
  @property({ reflect: true, useDefault: true, accepted: THEMES }) theme: Theme = 'auto';

  /** @internal */
  readonly localization = new LocalizationController(this);

  /** @internal The element's own `msg`; only used while rendering, so that it follows the language. */
  readonly msg = this.localization.msg;

  protected override willUpdate(_changed: PropertyValues): void {
    this.localization.follow();
  }

  /** @internal The value of a property; of one that is not accepted it warns once, and uses the first accepted one. */
  protected accept<Name extends keyof this & string>(name: Name): this[Name] & string {
    const { accepted, attribute = name } = (
      this.constructor as typeof CustomsElement
    ).elementProperties.get(name)!;
    const value = String(this[name]);
    if (accepted!.includes(value)) return value as this[Name] & string;
    warnNotAccepted(this, attribute as string, value, accepted!);
    return accepted![0] as this[Name] & string;
  }

  /** @internal The level of the heading, which is 2 when the one asked for does not exist. */
  get level(): number {
    return Number(this.accept('headingLevel'));
  }

  /** @internal */
  protected frame(content: unknown): TemplateResult {
    const contrast = this.accept('theme') === 'contrast';
    const { language } = this.localization;
    return html`<div
      class="frame ${contrast ? 'contrast' : ''} ${inElderMode(this) ? 'elder' : ''}"
      part="base"
      lang=${language}
      dir=${directionOf(language)}
    >
      ${content}
    </div>`;
  }
}
