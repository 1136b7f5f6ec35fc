import { nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LINKS } from '../../agency/parts.js';
import type { Agency, Link } from '../../agency/model.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { onEscape } from '../../base/reader/escape.js';
import { emit } from '../../base/reader/events.js';
import { html } from '../../base/templates/html.js';
import { groupsOf } from '../../base/templates/groups.js';
import { renderHeading } from '../../base/templates/heading.js';
import { externalIcon } from '../../base/templates/icons.js';
import { str } from '../../base/language/strings.js';
import { directionOf } from '../../base/language/tags.js';
import { pageAddress } from '../../base/reader/page-address.js';
import { headedGroups, placeOf } from './headed-groups.js';
import { styles } from './link-list.styles.js';

/** Host of an address; empty for a mailbox or a telephone, and on a server without a page address. */
const hostOf = (address: string): string => (address ? new URL(address).hostname : '');

/**
 * Shows related links (相关). With `external-notice`, a link to a host that is not trusted asks
 * first, inside the page and not in a dialog over it.
 *
 * @summary Shows the related links of a public agency.
 * @csspart list - The list. A long one is split into several.
 * @csspart link - A link.
 * @csspart host - Host of a link.
 * @csspart notice - Question before leaving the site.
 * @csspart continue - Link that leaves the site.
 * @csspart cancel - Button that stays on the page.
 * @fires {CustomEvent<{url: string, external: boolean}>} customs-open - Fires before a link is followed. `preventDefault()` keeps the reader on the page.
 */
export class CustomsLinkList extends AgencyElement {
  static override styles = [AgencyElement.styles, styles];
  static override readonly tag = 'customs-link-list';
  static override readonly shows = LINKS;

  /** Asks before a link leaves to a host other than the page's own and the trusted ones. */
  @property({ type: Boolean, attribute: 'external-notice' }) externalNotice = false;

  /** Host suffixes that need no notice, separated by white space. `gov.cn` covers every host that ends in `.gov.cn`. */
  @property() trusted = 'gov.cn';

  @state() private asking: Link | undefined;

  #asked: HTMLElement | undefined;

  /** @internal */
  override get surroundings(): string {
    const { state } = this;
    const links = (state.kind === 'ready' && state.agency.links) || [];
    return links.map(({ url }) => Number(this.#isExternal(url))).join('');
  }

  override emptyText(): string {
    return this.msg('没有相关链接', { id: 'links.empty' });
  }

  protected override renderAgency({ lang, links }: Agency): TemplateResult {
    const listOf = (all: readonly Link[]): TemplateResult[] => {
      const groups = groupsOf(all);
      const kind = groups.length > 1 ? 'list group' : 'list';
      return groups.map(
        (group) =>
          html`<ul class=${kind} part="list" role="list" lang=${lang} dir=${directionOf(lang)}>
            ${group.map(this.#renderLink)}
          </ul>`,
      );
    };
    const named = headedGroups(links!);
    return html`${renderHeading(this.level, this.msg('相关', { id: 'links.heading' }))}
    ${named.map(
      ({ heading, links: own }) =>
        html`${heading ? html`<div lang=${lang}>${renderHeading(this.level + 1, heading, 'subheading')}</div>` : nothing}${listOf(own)}`,
    )}`;
  }

  #isExternal(url: string): boolean {
    const { hostname } = new URL(url);
    if (!hostname) return false;
    const suffixes = [hostOf(pageAddress()), ...this.trusted.toLowerCase().split(/\s+/)];
    return !suffixes.some(
      (suffix) => suffix && (hostname === suffix || hostname.endsWith(`.${suffix}`)),
    );
  }

  /** Fires `customs-open`. If a listener prevents it, the browser does not follow the link. */
  #open(event: Event, url: string): void {
    if (!emit(this, 'customs-open', { url, external: this.#isExternal(url) }, true)) {
      event.preventDefault();
    }
  }

  async #ask(event: Event, link: Link): Promise<void> {
    event.preventDefault();
    this.#asked = event.currentTarget as HTMLElement;
    this.asking = link;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.notice')?.focus();
  }

  async #cancel(): Promise<void> {
    this.asking = undefined;
    await this.updateComplete;
    this.#asked?.focus();
  }

  readonly #renderLink = (link: Link): TemplateResult => {
    const { label, url, description } = link;
    const external = this.#isExternal(url);
    const follow = (event: Event): void =>
      external && this.externalNotice ? void this.#ask(event, link) : this.#open(event, url);
    return html`<li>
      <a class="row link" part="link" href=${url} rel="external noopener" @click=${follow}>
        <span>${label}</span>
        <span class="host muted" part="host"
          >${placeOf(url)}${external ? externalIcon : nothing}</span
        >
      </a>
      ${description ? html`<p class="muted">${description}</p>` : nothing}
      ${this.asking === link ? this.#renderNotice(url) : nothing}
    </li>`;
  };

  #renderNotice(url: string): TemplateResult {
    const { host } = new URL(url);
    const question = this.msg(str`即将离开本站，前往 ${host}。该网站不由本机构管理，请注意核实。`, {
      id: 'links.notice',
    });
    return html`<div
      class="notice"
      part="notice"
      role="group"
      tabindex="-1"
      aria-labelledby="question"
      lang=${this.localization.language}
      @keydown=${onEscape(() => void this.#cancel())}
    >
      <p id="question">${question}</p>
      <div class="actions">
        <a
          class="button primary"
          part="continue"
          href=${url}
          rel="external noopener"
          @click=${(event: Event) => this.#open(event, url)}
          >${this.msg('继续前往', { id: 'links.continue' })}</a
        >
        <button part="cancel" @click=${() => void this.#cancel()}>
          ${this.msg('留在本页', { id: 'links.stay' })}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-link-list': CustomsLinkList;
  }
}
