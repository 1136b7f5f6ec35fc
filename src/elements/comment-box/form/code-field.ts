import { nothing, type TemplateResult } from 'lit';
import type { CaptchaSession } from '../../../comments/captcha/captcha-session.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { formatNumber } from '../../../base/language/formats.js';
import { str } from '../../../base/language/strings.js';
import { html } from '../../../base/templates/html.js';
import { explainError } from '../explain.js';
import { type FormState, renderField } from '../field.js';
import { Sound } from './code-sound.js';

/** Why the digits are not heard: no sound arrived, or this browser cannot play it. */
type Silence = 'absent' | 'unplayable';

/** The digits to read or hear. */
export class CodeField {
  readonly #element: CustomsElement;
  /** The last requested sound, until it has ended. */
  #sound: Sound | undefined;
  #silence: Silence | undefined;

  constructor(element: CustomsElement) {
    this.#element = element;
  }

  /** Stops the sound. */
  stop(): void {
    const sound = this.#sound;
    this.#sound = undefined;
    sound?.stop();
  }

  render(form: FormState, captcha: CaptchaSession): TemplateResult {
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
      ${this.#silence ? this.#renderSilence(this.#silence) : nothing}`;
  }

  /** Plays the digits, or stops them. */
  async #play({ code }: CaptchaSession): Promise<void> {
    const element = this.#element;
    const isPlaying = this.#sound;
    this.stop();
    this.#silence = undefined;
    element.requestUpdate();
    if (isPlaying || code.kind !== 'ready') return;
    const sound = (this.#sound = new Sound());
    let silence: Silence = 'absent';
    try {
      const bytes = await code.value.audio(element.localization.language, sound.signal);
      silence = 'unplayable';
      // Stopped meanwhile, or other digits are shown now.
      if (this.#sound !== sound) return;
      await sound.play(bytes);
    } catch {
      if (this.#sound === sound) this.#silence = silence;
    }
    if (this.#sound !== sound) return;
    this.stop();
    element.requestUpdate();
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

  #renderSilence(silence: Silence): TemplateResult {
    const { msg } = this.#element;
    return html`<p class="muted" role="status">
      ${
        silence === 'absent'
          ? msg('语音暂时无法播放，请稍后重试或改用其他验证方式', { id: 'comments.captcha.silent' })
          : msg('此浏览器不能播放语音，请看图输入数字，或改用其他验证方式', {
              id: 'comments.captcha.mute',
            })
      }
    </p>`;
  }
}
