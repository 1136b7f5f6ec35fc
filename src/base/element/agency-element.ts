import { adoptStyles, html, ReactiveElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AgencyLoader, LOADING, type State } from '../../agency/agency-loader.js';
import type { Agency } from '../../agency/model.js';
import type { Part } from '../../agency/parts.js';
import { type Source, sourceOf } from '../../agency/source.js';
import { emit } from '../reader/events.js';
import { TakeOver } from '../take-over/take-over.js';
import { trayIcon } from '../templates/icons.js';
import { renderEmpty } from '../templates/notices.js';
import { hasFallback, isUnreachable, renderFailed, renderLoading } from '../templates/states.js';
import { ContentController } from './content-controller.js';
import { CustomsElement } from './customs-element.js';
import { PatienceController } from './patience-controller.js';

/** Ends an update in which nothing is drawn; the part of Lit that draws stands above it. */
const { update: endUpdate } = ReactiveElement.prototype as unknown as {
  update(changed: PropertyValues): void;
};

/**
 * An element that shows a part of an agency: where its data comes from, and the states of getting it.
 *
 * @slot - Your own content. It shows until the data is ready, again when the data fails, and always without JavaScript. When `.data`, `src` and `agency` are absent, it is the data: `<script type="application/json">`, or markup that the element reads; markup that it cannot read stays as it is.
 * @csspart heading - The heading.
 * @csspart loading - What stands in for the data while it is fetched.
 * @csspart error - The message that the data could not be shown.
 * @csspart problems - What is wrong with the data, place by place, for whoever keeps the page; closed at first.
 * @csspart retry - The button that tries again.
 * @csspart empty - The message that there is nothing to show.
 * @fires {CustomEvent<{agency: Agency}>} customs-ready - The data is shown.
 * @fires {CustomEvent<{problems: readonly Problem[]}>} customs-error - The data cannot be shown; `problems` names each place and reason.
 */
export abstract class AgencyElement extends CustomsElement {
  /** @internal What the element shows of an agency. */
  static readonly shows: Part;

  /** Address of a JSON file that follows the published schema; relative to the page. Fetched once a page. */
  @property({ framed: 'own' }) src?: string;

  /** The agency as an object of the published schema; goes before every other source. `null` says that it is still to come. */
  @property({ attribute: false }) data: unknown = undefined;

  /** Name of a built-in data set: `gacc`. `none` says that the data is still to come. Goes before what is written inside the element. Default: `gacc` for an element that names no source and has nothing inside. */
  @property({ framed: 'any' }) agency?: string;

  #state = LOADING;
  #isAssumed = false;
  /** How reading a source ended, until the page was told. */
  #outcome: State | undefined;
  /** Whether to read past any answer at hand. */
  #fresh = false;
  /** Whether anything of its own was drawn yet. */
  #isFramed = false;
  #loader: AgencyLoader | undefined;
  readonly #content = new ContentController(this);
  readonly #patience = new PatienceController(this, () => this.#isLoading);
  /** What a server rendered, until it is taken over, and the source that it was rendered from. */
  #takeOver: TakeOver | undefined;
  #rendered: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loader?.leave();
  }

  /** What the element is showing now: `empty`, `loading`, `ready` with the agency, or `failed` with the problems. */
  get state(): State {
    return this.#state;
  }

  /** Reads the source again, past any answer at hand. */
  reload(): void {
    this.#fresh = true;
    this.localization.retry();
    this.requestUpdate();
  }

  /** @internal Takes a state as given, where there is no page to look for data: on a server. */
  assume(state: State): void {
    this.#isAssumed = true;
    this.#state = state;
  }

  /** @internal What the rendering takes from the page around the element. */
  get surroundings(): string {
    return '';
  }

  /** @internal Whether the element draws itself; what a server renders, or rendered, is for readers without scripts too. */
  get isDrawn(): boolean {
    return !this.#isAssumed && !this.#takeOver;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    if (!shadowRoot?.firstChild) return super.createRenderRoot();
    this.#takeOver = new TakeOver(shadowRoot);
    return shadowRoot;
  }

  /** Leaves what a server rendered alone until it is time. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const ready = this.#takeOver?.due.then(() => this.prepare?.());
    return ready ? ready.then(() => super.scheduleUpdate()) : (super.scheduleUpdate() as undefined);
  }

  /** @internal Brings what the rendering needs and does not carry. */
  protected prepare?(): Promise<unknown>;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.isConnected) return;
    const { shows } = this.constructor as typeof AgencyElement;
    this.#loader ??= new AgencyLoader(shows, this.#show, this.#settle);
    this.#loader.follow(this.#source(shows), this.#fresh);
    this.#fresh = false;
  }

  protected override update(changed: PropertyValues): void {
    if (this.#takeOver ? this.#waits() : this.#isEarly) {
      endUpdate.call(this, changed);
      return;
    }
    const finish = this.#takeOver && this.#bind(this.#takeOver);
    this.#takeOver = undefined;
    super.update(changed);
    // What the element measures after this update may take another one.
    if (finish) void this.updateComplete.then(finish);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#tell();
  }

  override render(): TemplateResult {
    // The author's own content stays just as it stood before the script, so that nothing moves.
    if (!this.#isFramed && this.#isLoading && hasFallback(this)) return html`<slot></slot>`;
    this.#isFramed = true;
    return this.frame(this.#renderState());
  }

  /** @internal */
  protected abstract renderAgency(agency: Agency): TemplateResult;

  get #isLoading(): boolean {
    return this.#state.kind === 'loading' || !this.localization.ready;
  }

  /** Whether nothing is drawn yet, for the moment that data mostly takes. */
  get #isEarly(): boolean {
    return this.#isLoading && !this.#isFramed && !this.#patience.isOver && !hasFallback(this);
  }

  readonly #show = (state: State): void => {
    const before = this.#state;
    this.#state = state;
    this.requestUpdate('state', before);
  };

  readonly #settle = (outcome: State): void => {
    this.#outcome = outcome;
    this.requestUpdate();
  };

  /** What the page says about the data. */
  #source(shows: Part): Source {
    const { data, src, agency, baseURI, localization } = this;
    const { wanted, locale } = localization;
    const content = (): Source | undefined => this.#content.read(shows, wanted);
    return sourceOf({ data, src, agency, content, base: baseURI, locale });
  }

  /** Whether what a server rendered stays: nothing has come in its place, or its source cannot be reached. */
  #waits(): boolean {
    const { state, src, agency } = this;
    const named = `${src ?? ''} ${agency ?? ''}`;
    this.#rendered ??= named;
    if (state.kind === 'loading' || !this.localization.ready) return true;
    return (
      state.kind === 'failed' && this.#rendered === named && state.problems.every(isUnreachable)
    );
  }

  /** Takes over what a server rendered, in the styles of the class. */
  #bind(takeOver: TakeOver): (() => void) | undefined {
    adoptStyles(takeOver.root, (this.constructor as typeof AgencyElement).elementStyles);
    return takeOver.end()?.bindRendering(takeOver, this, this.render());
  }

  /** Tells the page how reading the source ended. */
  #tell(): void {
    const outcome = this.#outcome;
    if (!outcome || !this.localization.ready) return;
    this.#outcome = undefined;
    if (outcome.kind === 'ready') emit(this, 'customs-ready', { agency: outcome.agency });
    if (outcome.kind !== 'failed') return;
    const places = outcome.problems.map(({ message }) => `\n${message}`).join('');
    console.warn(`customs-widgets: <${this.localName}>${places}`);
    emit(this, 'customs-error', { problems: outcome.problems });
  }

  /** The button goes away with the message, so the focus moves to what comes in its place. */
  async #retry(): Promise<void> {
    this.reload();
    await this.updateComplete;
    Object.assign(this.renderRoot.querySelector<HTMLElement>('.frame')!, { tabIndex: -1 }).focus();
  }

  #renderState(): TemplateResult {
    const { state } = this;
    if (this.#isLoading) return renderLoading(this);
    if (state.kind === 'ready') return this.renderAgency(state.agency);
    if (state.kind === 'failed') {
      return renderFailed(this, state.problems, () => void this.#retry());
    }
    return renderEmpty(trayIcon, this.msg('未查询到任何数据！', { id: 'empty' }));
  }
}
