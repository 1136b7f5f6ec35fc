import { dataUrl } from '../../../comments/captcha/data-url.js';

/** Milliseconds after which a sound system that has not started counts as blocked. */
const LONGEST = 1000;

/** Resolves when a sound system runs, or when the time is over. */
const whenRunning = (context: AudioContext): Promise<void> =>
  new Promise((resolve) => {
    if (context.state === 'running') resolve();
    context.onstatechange = () => resolve();
    setTimeout(resolve, LONGEST);
  });

/**
 * One sound. An `AudioContext` plays it where there is one, because strict policies block audio
 * elements. Lockdown Mode of iOS has none, and there an audio element plays it if the policy of
 * the page allows that.
 */
export class Sound {
  #context: AudioContext | undefined;
  #audio: HTMLAudioElement | undefined;
  readonly #controller = new AbortController();

  /** Opens the sound system: some browsers do that only while they handle a press. */
  constructor() {
    try {
      this.#context = new AudioContext();
      // Rejects if the sound is stopped before it has begun.
      this.#context.resume().catch(() => undefined);
    } catch {
      // Leaves it to the audio element.
    }
  }

  /** Aborted when the sound is stopped. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Plays the sound to its end. Rejects if this browser cannot. */
  async play(bytes: ArrayBuffer): Promise<void> {
    // Decoding empties the bytes it gets.
    if (await this.#playInContext(bytes.slice(0))) return;
    const address = await dataUrl(new Blob([bytes], { type: 'audio/wav' }));
    if (this.signal.aborted) return;
    const audio = (this.#audio = new Audio(address));
    await audio.play();
    await new Promise((resolve) => {
      audio.onended = audio.onpause = audio.onerror = resolve;
    });
  }

  stop(): void {
    this.#controller.abort();
    void this.#context?.close();
    this.#audio?.pause();
  }

  /** Resolves to false if the sound system does not start. */
  async #playInContext(bytes: ArrayBuffer): Promise<boolean> {
    const context = this.#context;
    if (!context) return false;
    const buffer = await context.decodeAudioData(bytes);
    await whenRunning(context);
    if (context.state !== 'running') return false;
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    await new Promise((resolve) => {
      source.onended = resolve;
      source.start();
    });
    return true;
  }
}
