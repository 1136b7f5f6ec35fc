import { nothing, type TemplateResult } from 'lit';
import { html } from '../../../base/templates/html.js';
import type { CaptchaSession } from '../../../comments/captcha/captcha-session.js';
import type { Requirements } from '../../../comments/requirements.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { focusOn } from '../../../base/reader/focus.js';
import { renderLazy } from '../../../base/templates/lazy.js';
import { LazyModule } from '../../../lazy-module.js';
import { warnOnce } from '../../../warnings.js';
import type { FormState } from '../field.js';
import type { CodeField } from './code-field.js';

/** Code for the digits. Most authors never see them. */
const codeField = new LazyModule(() => import('./code-field.js'));

/** The captcha in the form: a proof that the browser computes, or digits to read or hear. */
export class CaptchaField {
  readonly #element: CustomsElement;
  #code: CodeField | undefined;
  /** True if the captcha was digits at the last rendering. */
  #hasDigits = false;

  constructor(element: CustomsElement) {
    this.#element = element;
  }

  /** Stops the sound. */
  stop(): void {
    this.#code?.stop();
  }

  /** Resolves when the field of the digits is there, if there is one. Its code may be on the way. */
  async drawn(): Promise<void> {
    if (!this.#hasDigits) return;
    await codeField.bring();
    this.#element.requestUpdate();
    await this.#element.updateComplete;
  }

  /** Renders the slot, before it is filled too, unless the engine cannot use its content. */
  renderSlot(form: FormState, { captcha, isReplaced, inputs }: Requirements): unknown {
    const element = this.#element;
    const own = captcha && !isReplaced ? this.#render(form, captcha) : nothing;
    if (inputs.captchaElements.length && !isReplaced) {
      warnOnce(
        `<${element.localName}>: the service has a captcha of its own; the slot is not used.`,
      );
      return own;
    }
    return html`<slot name="captcha" @slotchange=${() => element.requestUpdate()}>${own}</slot>`;
  }

  #render(form: FormState, captcha: CaptchaSession): TemplateResult | typeof nothing {
    const element = this.#element;
    const { kind, kinds } = captcha;
    const { msg } = element;
    if (captcha.isUnsolvable) {
      return html`<p class="problem" part="captcha">
        ${msg('此浏览器无法完成安全验证，请换用其他浏览器，或用 https 打开本页', {
          id: 'comments.captcha.unsolvable',
        })}
      </p>`;
    }
    if (!kind) return nothing;
    this.#hasDigits = kind === 'code';
    const other = kinds.find((one) => one !== kind);
    const onChoose = async (): Promise<void> => {
      this.stop();
      captcha.choose(other);
      if (other === 'code') await codeField.bring();
      element.requestUpdate();
      void focusOn(element, other === 'code' ? '#captcha' : '.captcha button');
    };
    return html`<div class="captcha" part="captcha">
      ${
        kind === 'code'
          ? renderLazy(element, codeField, ({ CodeField }) =>
              (this.#code ??= new CodeField(element)).render(form, captcha),
            )
          : html`<p class="muted">
              ${msg('提交时自动完成安全验证，无需操作。', { id: 'comments.captcha.automatic' })}
            </p>`
      }
      ${
        other
          ? html`<button type="button" class="quiet" @click=${() => void onChoose()}>
              ${
                other === 'code'
                  ? msg('改用数字验证码', { id: 'comments.captcha.use-code' })
                  : msg('改用自动验证', { id: 'comments.captcha.use-automatic' })
              }
            </button>`
          : nothing
      }
    </div>`;
  }
}
