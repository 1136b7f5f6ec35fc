/* The bare HTML of a case, rendered by a minimal Lit element. */
import { css, html, LitElement } from 'lit';
import { translate } from '../../../dist/base/language/strings.js';

/** What the templates of plain HTML need from an element. */
const SPEAKER = {
  level: 2,
  localization: { language: 'zh-Hans' },
  msg: (template, { id }) => translate('zh-Hans', template, id),
};

export function defineBare(draw) {
  class BareElement extends LitElement {
    static styles = css`
      :host {
        display: block;
        padding: 24px;
        border: 1px solid #d3dbe4;
        border-radius: 8px;
        font:
          16px/1.75 system-ui,
          sans-serif;
      }
      a {
        color: #0b4f8a;
      }
    `;

    render() {
      const data = JSON.parse(this.querySelector('script').textContent);
      return html`${draw(SPEAKER, data)}`;
    }
  }
  customElements.define('bare-element', BareElement);
}
