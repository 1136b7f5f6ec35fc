import type { LitElement, PropertyValues, TemplateResult } from 'lit';
import { CustomsElement } from '../element/customs-element.js';
import { inElderMode } from '../reader/preferences.js';
import { dataFingerprint, fingerprint, Prerendered } from './prerendered.js';
import { VERSION } from '../../version.js';

/** Properties that say where the content comes from, not how it is shown. */
const SOURCES = ['src', 'agency', 'lang'];

/** An element that a server may have rendered into a declarative shadow root, and that takes this over. */
export abstract class PrerenderedElement extends CustomsElement {
  /** @internal What the server rendered, until the element has taken it over. */
  prerendered: Prerendered | undefined;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    if (shadowRoot?.firstChild) this.prerendered = new Prerendered(shadowRoot);
    const root = super.createRenderRoot();
    // Lit would draw before what is there.
    if (this.prerendered) this.renderOptions.renderBefore = null;
    return root;
  }

  protected override update(changed: PropertyValues): void {
    const { prerendered, renderOptions } = this;
    this.prerendered = undefined;
    const content = prerendered && (this.render() as TemplateResult);
    const finish = content && prerendered.takeOver(this, content, renderOptions, this.fingerprint);
    super.update(changed);
    // What the element measures after this update may take another one.
    if (finish) void this.updateComplete.then(finish);
  }

  /** @internal A name for everything that the rendering depends on: two elements of one name render the same. */
  get fingerprint(): string {
    const { elementProperties } = this.constructor as typeof LitElement;
    const values: unknown[] = [];
    elementProperties.forEach(({ attribute }, name) => {
      if (attribute === false || SOURCES.includes(name as string)) return;
      values.push(this[name as keyof this]);
    });
    const how = [VERSION, this.localization.language, inElderMode(this), values, this.surroundings];
    return `${fingerprint(how)}-${dataFingerprint(this.content)}`;
  }

  /** @internal What the rendering takes from the page around the element. */
  protected get surroundings(): string {
    return '';
  }

  /** @internal The data that is shown. */
  protected abstract readonly content: object;
}
