import { nothing, type TemplateResult } from 'lit';
import { html } from '../../../base/templates/html.js';
import type { CaptchaSession } from '../../../comments/captcha/captcha-session.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { focusOn } from '../../../base/reader/focus.js';
import { formatNumber } from '../../../base/language/formats.js';
import { str } from '../../../base/language/strings.js';
import { explainError } from '../explain.js';
import { type FormState, renderField } from '../field.js';

/** The captcha in the form: a proof that the browser computes, or digits to read or hear. */
export class CaptchaField {
  readonly #element: CustomsElement;
  /** The last requested sound, until it has ended. */
  #sound: AudioContext | undefined;
  #isSilent = false;

  constructor(element: CustomsElement) {
    this.#element = element;
  }

  /** Stops the sound. */
  stop(): void {
    const sound = this.#sound;
    this.#sound = undefined;
    void sound?.close();
  }

  render(form: FormState, captcha: CaptchaSession): TemplateResult | typeof nothing {
    const { kind, kinds } = captcha;
    if (!kind) return nothing;
    const { msg } = this.#element;
    const other = kinds.find((one) => one !== kind);
    const onChoose = (): void => {
      this.stop();
      captcha.choose(other);
      void focusOn(this.#element, other === 'code' ? '#captcha' : '.captcha button');
    };
    return html`<div class="captcha" part="captcha">
      ${
        kind === 'code'
          ? this.#renderCode(form, captcha)
          : html`<p class="muted">
              ${msg('提交时自动完成安全验证，无需操作。', { id: 'comments.captcha.automatic' })}
            </p>`
      }
      ${
        other
          ? html`<button type="button" class="quiet" @click=${onChoose}>
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

  /** Plays the digits without an audio element, which a strict content security policy blocks. */
  async #play({ code }: CaptchaSession): Promise<void> {
    const element = this.#element;
    const isPlaying = this.#sound;
    this.stop();
    this.#isSilent = false;
    element.requestUpdate();
    if (isPlaying || code.kind !== 'ready') return;
    const audio = (this.#sound = new AudioContext());
    try {
      const bytes = await code.value.audio(element.localization.language);
      const buffer = await audio.decodeAudioData(bytes);
      // Stopped meanwhile, or other digits are shown now.
      if (this.#sound !== audio) return;
      const source = audio.createBufferSource();
      source.buffer = buffer;
      source.connect(audio.destination);
      await new Promise((resolve) => {
        source.onended = resolve;
        source.start();
      });
    } catch {
      this.#isSilent = this.#sound === audio;
    }
    if (this.#sound !== audio) return;
    this.stop();
    element.requestUpdate();
  }

  #renderCode(form: FormState, captcha: CaptchaSession): TemplateResult {
    const element = this.#element;
    const { msg, localization } = element;
    const { code, typed } = captcha;
    const digits = formatNumber(
      localization.language,
      code.kind === 'ready' ? code.value.digits : 4,
    );
    const onRefresh = (): void => {
      this.stop();
      captcha.refresh();
    };
    return html`${renderField(form, {
        name: 'captcha',
        hint: msg(str`输入图中或语音里的 ${digits} 位数字`, { id: 'comments.captcha.hint' }),
        value: typed,
        autocomplete: 'off',
        input: 'digits',
        onInput: ({ value }) => captcha.type(value),
      })}
      <div class="actions">
        ${this.#renderPicture(captcha)}
        <button type="button" @click=${onRefresh}>
          ${msg('换一张', { id: 'comments.captcha.refresh' })}
        </button>
        <button type="button" @click=${() => void this.#play(captcha)}>
          ${
            this.#sound
              ? msg('停止语音', { id: 'comments.captcha.stop' })
              : msg('播放语音', { id: 'comments.captcha.listen' })
          }
        </button>
      </div>
      ${
        this.#isSilent
          ? html`<p class="muted" role="status">
              ${msg('语音暂时无法播放，请稍后重试或改用其他验证方式', { id: 'comments.captcha.silent' })}
            </p>`
          : nothing
      }`;
  }

  #renderPicture({ code }: CaptchaSession): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    if (code.kind === 'ready') {
      return html`<img
        part="captcha-image"
        src=${code.value.image}
        alt=${msg('验证码图片；看不清可换一张或听语音', { id: 'comments.captcha.picture' })}
      />`;
    }
    return html`<p class="picture muted" role="status">
      ${
        code.kind === 'failed'
          ? explainError(element, code.error)
          : msg('正在加载', { id: 'loading' })
      }
    </p>`;
  }
}
