/** What says where the data of an element comes from. */
interface Host extends HTMLElement {
  readonly data: unknown;
  readonly src?: string | null;
  readonly agency?: string | null;
}

/**
 * Makes copies of an element (`cloneNode`, a page that Turbo or htmx has kept) wait for their data:
 * they have the attributes, and no `.data`. So while `.data` is all that an element has, it carries
 * `agency="none"`. Without it, its copies would show the built-in agency.
 */
export class WaitingCopies {
  readonly #host: Host;
  /** True while the attribute is there because of this. */
  #isSet = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Sets or removes the attribute. Called before the source is chosen. */
  follow(): void {
    const host = this.#host;
    const { data, src, agency } = host;
    // A page may have written another one, or its tools may have removed it.
    this.#isSet &&= agency === 'none';
    const isNamed = typeof src === 'string' || (!this.#isSet && typeof agency === 'string');
    // Copies have the content too, and read it.
    const isNeeded =
      data !== undefined && !isNamed && !host.firstElementChild && !host.textContent.trim();
    if (isNeeded === this.#isSet) return;
    this.#isSet = isNeeded;
    if (isNeeded) host.setAttribute('agency', 'none');
    else host.removeAttribute('agency');
  }
}
