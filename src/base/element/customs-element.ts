import { LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../templates/html.js';
import { LocalizationController } from '../language/localization.js';
import { directionOf } from '../language/tags.js';
import { inElderMode, THEMES, type Theme } from '../reader/preferences.js';
import { styledRoot } from '../styles/styled-root.js';
import { styles } from '../styles/styles.js';
import { VERSION } from '../../version.js';
import { warnNotAccepted } from '../../warnings.js';
import { removeRestored } from '../reader/announcer.js';
import { followAddress } from '../reader/navigation.js';
import { keepOwnEvents } from '../reader/own-controls.js';
import { emptyRoot, restoreTextNodes } from './recovery.js';
import { tellOutcome } from './tell-outcome.js';
import type { State } from '../../agency/state.js';
import { defineElement } from './define-element.js';

// Types of property declarations.
import type {} from './attributes.js';

// Importing an element also brings the types of its events for addEventListener.
export type { CustomsEventMap } from '../reader/events.js';

/** The default comes first. */
const HEADING_LEVELS = ['2', '1', '3', '4', '5', '6'] as const;

/**
 * The frame of every element: its registration, language, theme, elder mode and heading level.
 *
 * @csspart base - The frame around everything the element shows.
 * @cssproperty [--customs-color-accent=#0b4f8a] - Colour of links, buttons and the mark of the current item.
 * @cssproperty [--customs-color-on-accent=#fff] - Colour of text on the accent colour.
 * @cssproperty [--customs-color-surface=#fff] - Background of the element.
 * @cssproperty [--customs-color-soft=#f2f6fa] - Background of hovered and emphasised parts.
 * @cssproperty [--customs-color-text=#17212d] - Colour of text.
 * @cssproperty [--customs-color-muted=#55616f] - Colour of secondary text; needs a contrast of at least 4.5:1 with the surface.
 * @cssproperty [--customs-color-border=#d3dbe4] - Colour of lines between parts.
 * @cssproperty [--customs-color-danger=#b3261e] - Colour of error messages.
 * @cssproperty [--customs-color-highlight=#ffe9a8] - Background of search matches.
 * @cssproperty [--customs-color-focus=var(--customs-color-accent)] - Colour of the focus ring; needs a contrast of at least 3:1 with the surface.
 * @cssproperty [--customs-font-family='PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif] - Font family. Default for languages other than Chinese: system-ui, sans-serif.
 * @cssproperty [--customs-radius=8px] - Corner radius, in px.
 * @cssproperty [--customs-space=8px] - Base unit of all distances, in px.
 * @cssproperty [--customs-target-size=44px] - Minimum height and width of controls, in px.
 * @cssproperty [--customs-text-scale=1] - Scale factor of all text. 1 is 16 px, or 20 px in elder mode.
 */
export abstract class CustomsElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** Version of the library that defines this class. */
  static readonly version: string = VERSION;

  /** Name under which `define()` registers the element by default. */
  static readonly tag: string;

  /**
   * Registers the element. The first definition of a name wins. A second copy of the library is
   * harmless and warns once.
   *
   * @param tag - name of the element; default: its `tag`
   * @param registry - registry to use; default: the registry of the page
   */
  static define(tag: string = this.tag, registry: CustomElementRegistry = customElements): void {
    defineElement(this as never, tag, registry);
  }

  /** BCP 47 tag of the element's language. Default: the nearest `lang` of an ancestor, else the language of the data, else `zh-Hans`. A language without strings leaves what is shown as it is; if nothing is shown yet, languages of China get Chinese, all others English. */
  @property({ reflect: true, useDefault: true }) override lang = '';

  /** Level of the heading, 1 to 6. Headings inside the element continue from it. */
  @property({ type: Number, attribute: 'heading-level', accepted: HEADING_LEVELS })
  headingLevel = 2;

  /** Elder mode: larger text, targets and distances. Also on if an ancestor has `elder` or `data-elder`. */
  @property({ type: Boolean, reflect: true }) elder = false;

  /** Colour theme. `auto` follows the `color-scheme` of the page; `light`, `dark` and `contrast` are fixed. */
  @property({ reflect: true, useDefault: true, accepted: THEMES }) theme: Theme = 'auto';

  /** @internal */
  readonly localization = new LocalizationController(this);

  /** @internal The element's own `msg`. Used only while rendering, so text follows the language. */
  readonly msg = this.localization.msg;

  /** True while the author's content stands in for a failed rendering. */
  #isLost = false;
  #unfollow: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Links, citations and QR codes have the address of the page, and comments belong to it.
    this.#unfollow = followAddress(() => this.requestUpdate());
    // A tool may bring back node by node what belongs to the element's page.
    queueMicrotask(removeRestored);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  /** @internal Runs when the element moves to another document. */
  adoptedCallback(): void {
    const root = this.renderRoot as ShadowRoot | undefined;
    if (root) styledRoot(this, root);
  }

  /** @internal False for server renderings, which have to work without scripts too. */
  get isDrawn(): boolean {
    return true;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return keepOwnEvents(styledRoot(this));
  }

  /** Renders. If it fails, renders all again, and then shows the author's content. */
  protected override performUpdate(): void {
    if (!this.isUpdatePending) return;
    try {
      if (this.#isLost) emptyRoot(this.#root);
      else restoreTextNodes(this.#root);
      this.#isLost = false;
      super.performUpdate();
    } catch {
      this.#renderAgain();
    }
  }

  /** @internal Tells the page that the element cannot render. */
  protected fail(state: State): void {
    tellOutcome(this, state);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.localization.follow();
  }

  /** @internal Returns a property. If its value is not accepted, warns and returns the default. */
  protected accept<Name extends keyof this & string>(name: Name): this[Name] & string {
    const { accepted, attribute = name } = (
      this.constructor as typeof CustomsElement
    ).elementProperties.get(name)!;
    // Lit sets null when an attribute is removed.
    const value = String(this[name] ?? accepted![0]);
    if (accepted!.includes(value)) return value as this[Name] & string;
    warnNotAccepted(this, attribute as string, value, accepted!);
    return accepted![0] as this[Name] & string;
  }

  /** @internal Level of the heading; 2 if the given level does not exist. */
  get level(): number {
    return Number(this.accept('headingLevel'));
  }

  /**
   * @internal
   * @param kind - `bare` draws no box around the content
   */
  protected frame(content: unknown, kind: 'bare' | '' = ''): TemplateResult {
    const contrast = this.accept('theme') === 'contrast';
    const { language } = this.localization;
    return html`<div
      class="frame ${kind} ${contrast ? 'contrast' : ''} ${inElderMode(this) ? 'elder' : ''}"
      part="base"
      lang=${language}
      dir=${directionOf(language)}
    >
      <div class="content" lang=${language}>${content}</div>
    </div>`;
  }

  get #root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  /** Renders from nothing, because a script of the page may have removed a node. */
  #renderAgain(): void {
    const root = this.#root;
    try {
      const focusAgain = this.isDrawn ? emptyRoot(root) : undefined;
      this.requestUpdate();
      super.performUpdate();
      focusAgain?.();
    } catch (error) {
      console.warn('customs-widgets:', error);
      if (this.isDrawn) {
        emptyRoot(root);
        root.append(document.createElement('slot'));
        this.#isLost = true;
      }
      const problem = { pointer: '', code: 'render', detail: '', message: String(error) } as const;
      this.fail({ kind: 'failed', problems: [problem] });
    }
  }
}
