/* The bare HTML of a case, drawn by a Lit element with no more around it than any has. */
import { css, html, LitElement } from 'lit';
import { translate } from '../../../dist/base/language/strings.js';

/** What the templates of the plain HTML ask of an element. */
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
