import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AgencyInput } from '../../agency/agency-input.js';
import { AgencyLoader } from '../../agency/agency-loader.js';
import type { Agency } from '../../agency/model.js';
import type { Part } from '../../agency/parts.js';
import { type Source, sourceOf, unsetData } from '../../agency/source.js';
import { languageOf, LOADING, type State } from '../../agency/state.js';
import { matchLocale } from '../language/strings.js';
import { keepOwnEvents } from '../reader/own-controls.js';
import { TakeOver } from '../take-over/take-over.js';
import { html } from '../templates/html.js';
import { hasFallback, isUnreachable, renderFailed, renderLoading } from '../templates/states.js';
import { ContentController } from './content-controller.js';
import { CustomsElement } from './customs-element.js';
import { endUpdate } from './end-update.js';
import { PatienceController } from './patience-controller.js';
import { tellOutcome } from './tell-outcome.js';
import { WaitingCopies } from './waiting-copies.js';

/**
 * Base class of elements that show a part of an agency. Loads the data and renders its states.
 *
 * @slot - Your own content. It shows while the data loads, if the data fails, and always without JavaScript. If `.data`, `src` and `agency` are absent, it is the data: `<script type="application/json">`, or markup that the element can read. Markup that it cannot read stays visible.
 * @csspart heading - Heading of the element.
 * @csspart loading - Placeholder that shows while the data loads.
 * @csspart error - Message that the data cannot be shown.
 * @csspart problems - List of what is wrong with the data, for site administrators; collapsed at first.
 * @csspart retry - Button that loads the data again.
 * @csspart empty - Message that there is nothing to show.
 * @fires {CustomEvent<{agency: Agency, problems: readonly Problem[]}>} customs-ready - Fires when the data is shown. `problems` lists what was left out, for example a link without an address.
 * @fires {CustomEvent<{problems: readonly Problem[]}>} customs-error - Fires when the data cannot be shown. `problems` lists each place and reason.
 */
export abstract class AgencyElement extends CustomsElement {
  /** @internal The part of an agency that the element shows. */
  static readonly shows: Part;

  /** Address of a JSON file that follows the published schema, relative to the page. Fetched once per page. */
  @property({ framed: 'own' }) src?: string | undefined;

  /** Agency as an object that follows the published schema. Takes precedence over every other source. `null` and `false` mean that data will follow. An element with nothing else carries `agency="none"` meanwhile, so that copies of it wait for their data. */
  @property({ attribute: false }) data: AgencyInput | null | false | undefined = undefined;

  /** Name of a built-in data set: `gacc`. `none` means that data will follow. Takes precedence over content inside the element. Default: `gacc` if the element has no source and no content. */
  @property({ framed: 'any' }) agency?: string | undefined;

  /** Shows nothing at all while the agency has no content for the element, instead of a line that says so. */
  @property({ type: Boolean, attribute: 'hide-when-empty' }) hideWhenEmpty = false;

  #state = LOADING;
  #isAssumed = false;
  /** Result of the last source, until its event has fired. */
  #outcome: State | undefined;
  /** True if the next request bypasses cached responses. */
  #fresh = false;
  #isFramed = false;
  /** Base address of `src`. The page may go to another address later, with the same file. */
  #base = '';
  #loader: AgencyLoader | undefined;
  readonly #content = new ContentController(this);
  readonly #copies = new WaitingCopies(this);
  readonly #patience = new PatienceController(this, () => this.#isLoading);
  /** The server rendering before hydration, and the source it was made from. */
  #takeOver: TakeOver | undefined;
  #rendered: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loader?.leave();
  }

  /** Current state: `empty`, `loading`, `ready` with the agency, or `failed` with the problems. */
  get state(): State {
    return this.#state;
  }

  /** Loads the source again and bypasses cached responses. */
  reload(): void {
    this.#fresh = true;
    this.localization.retry();
    this.requestUpdate();
  }

  /** @internal Sets the state on a server, where there is no page with data. */
  assume(state: State): void {
    this.#isAssumed = true;
    this.#state = state;
  }

  /** @internal What the rendering takes from the page around the element. */
  get surroundings(): string {
    return '';
  }

  /** @internal False for server renderings, which have to work without scripts too. */
  override get isDrawn(): boolean {
    return !this.#isAssumed && !this.#takeOver;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    if (!shadowRoot?.firstChild) return super.createRenderRoot();
    this.#takeOver = new TakeOver(shadowRoot, () => this.localization.retry());
    return keepOwnEvents(shadowRoot);
  }

  /** Leaves the server rendering untouched until it is time to hydrate. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const ready = this.#takeOver?.due.then(() => this.prepare?.());
    return ready ? ready.then(() => super.scheduleUpdate()) : (super.scheduleUpdate() as undefined);
  }

  /** @internal Loads code that the rendering needs and the script does not include. */
  protected prepare?(): Promise<unknown>;

  protected override fail(state: State): void {
    this.#state = state;
    super.fail(state);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('src')) this.#base = this.baseURI;
    if (!this.isConnected) return;
    this.#copies.follow();
    const before = this.#state;
    this.#follow();
    if (this.#state === before) return;
    // The data may name the language for what is said of it.
    this.localization.follow();
    this.#follow();
  }

  protected override update(changed: PropertyValues): void {
    if (this.#takeOver ? this.#waits() : this.#isEarly) {
      endUpdate(this, changed);
      return;
    }
    const takeOver = this.#takeOver;
    const finish = takeOver?.end(this)?.bindRendering(takeOver, this, this.render());
    this.#takeOver = undefined;
    super.update(changed);
    // Measurements after this update may request another one.
    if (finish) void this.updateComplete.then(finish);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const outcome = this.localization.ready ? this.#outcome : undefined;
    if (!outcome || (this.#takeOver && outcome.kind === 'ready')) return;
    this.#outcome = undefined;
    tellOutcome(this, outcome);
  }

  override render(): TemplateResult {
    // The author's content renders exactly as before the script ran, so nothing moves.
    if (!this.#isFramed && this.#isLoading && hasFallback(this)) return html`<slot></slot>`;
    this.#isFramed = true;
    if (this.#isLoading || this.#state.kind !== 'empty') return this.frame(this.#renderState());
    if (this.hideWhenEmpty) return html``;
    return this.frame(html`<p class="muted" part="empty">${this.emptyText()}</p>`, 'bare');
  }

  /** @internal */
  protected abstract renderAgency(agency: Agency): TemplateResult;

  /** @internal Says that the agency has no content for the element. */
  emptyText(): string {
    return this.msg('未查询到任何数据！', { id: 'empty' });
  }

  get #isLoading(): boolean {
    return this.#state.kind === 'loading' || !this.localization.ready;
  }

  /** True while nothing is rendered yet, for the time that data usually takes. */
  get #isEarly(): boolean {
    return this.#isLoading && !this.#isFramed && !this.#patience.isOver && !hasFallback(this);
  }

  readonly #show = (state: State): void => {
    const before = this.#state;
    this.#state = state;
    this.localization.dataLanguage = languageOf(state, this.localization.dataLanguage);
    this.requestUpdate('state', before);
  };

  readonly #settle = (outcome: State): void => {
    this.#outcome = outcome;
    this.requestUpdate();
  };

  #follow(): void {
    const { shows } = this.constructor as typeof AgencyElement;
    this.#loader ??= new AgencyLoader(shows, this.#show, this.#settle);
    const { data = unsetData(this), src, agency, localization } = this;
    const { wanted, textLanguage: lang, locale: language } = localization;
    const content = (): Source | undefined => this.#content.read(shows, wanted);
    const locale = matchLocale(lang);
    const source = sourceOf({ data, src, agency, content, base: this.#base, locale });
    const base = source.kind === 'address' ? source.key : this.baseURI;
    this.#loader.follow(source, { lang, language, base }, this.#fresh);
    this.#fresh = false;
  }

  /** True while the server rendering stays: no data or strings came, or the source is unreachable. */
  #waits(): boolean {
    const { state, src, agency, localization } = this;
    const named = `${src ?? ''} ${agency ?? ''}`;
    const isSame = (this.#rendered ??= named) === named;
    if (state.kind === 'loading' || !localization.ready || localization.isMissing) return true;
    return state.kind === 'failed' && isSame && state.problems.every(isUnreachable);
  }

  #renderState(): TemplateResult {
    if (this.#isLoading) return renderLoading(this);
    if (this.#state.kind === 'ready') return this.renderAgency(this.#state.agency);
    return renderFailed(this, (this.#state as Extract<State, { kind: 'failed' }>).problems);
  }
}
