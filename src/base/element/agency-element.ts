import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Schema } from '../../agency/schema.js';
import type { Agency, Problem } from '../../agency/model.js';
import { DataController, type State } from './data-controller.js';
import { emit } from '../reader/events.js';
import { trayIcon } from '../templates/icons.js';
import { renderEmpty, renderFailure } from '../templates/notices.js';
import { PrerenderedElement } from '../take-over/prerendered-element.js';
import { explainProblem } from '../templates/problems.js';

/** Whether the source could not be had, as opposed to one with a slip in it. */
const isUnreachable = ({ code }: Problem): boolean => /^(network|status)$/.test(code);

/**
 * An element that shows a part of an agency: where its data comes from, and the states of getting it.
 *
 * @slot - What reads while the data is not there: shown until it is ready, again when it fails, and always without JavaScript. When `.data`, `src` and `agency` are absent, `<script type="application/json">` in it is the data, or else a list.
 * @csspart heading - The heading.
 * @csspart loading - What stands in for the data while it is fetched.
 * @csspart error - The message that the data could not be shown.
 * @csspart problems - What is wrong with the data, place by place, for whoever keeps the page; closed at first.
 * @csspart retry - The button that tries again.
 * @csspart empty - The message that there is nothing to show.
 * @fires {CustomEvent<{agency: Agency}>} customs-ready - The data is shown.
 * @fires {CustomEvent<{problems: readonly Problem[]}>} customs-error - The data cannot be shown; `problems` names each place and reason.
 */
export abstract class AgencyElement extends PrerenderedElement {
  /** Address of a JSON file that follows the published schema; relative to the page. Fetched once a page. */
  @property({ framed: 'own' }) src = '';

  /** The agency as an object of the published schema; goes before every other source. `null` says that it is still to come. */
  @property({ attribute: false }) data: unknown = undefined;

  /** Name of a built-in data set: `gacc`, which is also the default when nothing else is given. Goes before what is written inside the element. */
  @property({ framed: 'any' }) agency = '';

  readonly #data = new DataController(this);
  #unsent: State | undefined;

  /** The source that a server rendered. */
  #rendered: string | undefined;

  /** What the element is showing now: `empty`, `loading`, `ready` with the agency, or `failed` with the problems. */
  get state(): State {
    return this.#data.state;
  }

  /** Reads the source again, past any answer at hand. */
  reload(): void {
    this.#data.reload();
  }

  /** @internal What valid data is for this element. */
  abstract readonly schema: Schema;

  /** @internal Data from the markup between the tags, or `undefined` when there is none to read. */
  abstract readMarkup(lang: string): unknown;

  /** @internal Whether the agency has what this element shows. */
  abstract hasContent(agency: Agency): boolean;

  /** @internal Takes a state as given, where there is no page to look for data: on a server. */
  assume(state: State): void {
    this.#data.state = state;
  }

  protected override get content(): object {
    return this.state.kind === 'ready' ? this.state.agency : {};
  }

  /** @internal Called when a source has been read to its end. */
  settled(state: State): void {
    this.#unsent = state;
  }

  /** What a server rendered stays until there is something to take it over with, and while its source cannot be reached. */
  protected override shouldUpdate(): boolean {
    if (!this.prerendered) return true;
    this.localization.hostUpdate();
    this.#data.hostUpdate();
    const { state, src, agency } = this;
    this.#rendered ??= `${src} ${agency}`;
    if (state.kind === 'failed' && this.#rendered === `${src} ${agency}`) {
      // What is there reads on, unless there is other data, with a slip in it.
      if (state.problems.every(isUnreachable)) {
        this.#send();
        return false;
      }
    }
    return state.kind !== 'loading' && this.localization.ready;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#send();
  }

  /** Tells the page how reading the source ended. */
  readonly #send = (): void => {
    const state = this.#unsent;
    if (!state || !this.localization.ready) return;
    this.#unsent = undefined;
    if (state.kind === 'ready') emit(this, 'customs-ready', { agency: state.agency });
    if (state.kind !== 'failed') return;
    const places = state.problems.map(({ message }) => `\n${message}`).join('');
    console.warn(`customs-widgets: <${this.localName}>${places}`);
    emit(this, 'customs-error', { problems: state.problems });
  };

  /** The button goes away with the message, so the focus moves to what comes in its place. */
  readonly #onRetry = async (): Promise<void> => {
    this.reload();
    await this.updateComplete;
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame')!;
    frame.tabIndex = -1;
    frame.focus();
  };

  override render(): TemplateResult {
    const { state } = this;
    if (state.kind === 'loading' || !this.localization.ready) return this.#renderLoading();
    if (state.kind === 'failed') return this.#renderFailed(state.problems);
    return this.frame(
      state.kind === 'ready'
        ? this.renderAgency(state.agency)
        : renderEmpty(trayIcon, this.msg('未查询到任何数据！', { id: 'empty' })),
    );
  }

  /** @internal */
  protected abstract renderAgency(agency: Agency): TemplateResult;

  /** The author's own content, as opposed to blanks, data and pictures for a named slot. */
  readonly #hasFallback = (): boolean =>
    [...this.childNodes].some((node) =>
      node.nodeType === Node.ELEMENT_NODE
        ? !(node as Element).matches('script, template, [slot]')
        : node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim(),
    );

  readonly #renderLoading = (): TemplateResult => {
    const label = this.localization.ready ? this.msg('正在加载', { id: 'loading' }) : '';
    return this.frame(
      html`<slot></slot>${
          this.#hasFallback()
            ? nothing
            : html`<div part="loading">
                <p class="muted" role="status">${label}</p>
                <div class="skeleton"></div>
              </div>`
        }`,
    );
  };

  readonly #renderFailed = (problems: readonly Problem[]): TemplateResult => {
    return this.frame(
      html`<div class="error" part="error" role="alert">
          ${renderFailure(this.msg('内容暂时无法显示', { id: 'failed' }))}
          ${problems.every(isUnreachable) ? this.#renderProblems(problems) : this.#renderSlips(problems)}
          <button part="retry" @click=${this.#onRetry}>${this.msg('重试', { id: 'retry' })}</button>
        </div>
        <slot></slot>`,
    );
  };

  readonly #renderProblems = (problems: readonly Problem[]): TemplateResult[] =>
    problems
      .slice(0, 5)
      .map(
        (problem) => html`<p class="muted">${problem.pointer} ${explainProblem(this, problem)}</p>`,
      );

  /** Where the slips are is for whoever keeps the page; its readers cannot mend them. */
  readonly #renderSlips = (problems: readonly Problem[]): TemplateResult =>
    html`<p>${this.msg('页面所用的数据有误，请告知网站管理员。', { id: 'failed.data' })}</p>
      <details part="problems">
        <summary>${this.msg('给网站管理员的说明', { id: 'failed.details' })}</summary>
        ${this.#renderProblems(problems)}
      </details>`;
}
