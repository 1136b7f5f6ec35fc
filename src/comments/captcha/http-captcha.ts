import { askService, exchange, type ServiceAddress, serviceUrl } from '../engines/http-service.js';
import { ProviderError } from '../errors.js';
import type { CaptchaKind, CaptchaProof, CaptchaProvider, Challenge } from '../types.js';
import { type ProofOfWorkChallenge, proveWork } from './proof-of-work.js';

interface Answer {
  readonly challenge: ProofOfWorkChallenge;
  readonly id: string;
  readonly digits: number;
  readonly image: string;
  readonly audio: string;
}

/** Strict policies allow pictures as `data:`, and sounds not at all, so both are fetched. */
async function fetchMedia(url: string, signal: AbortSignal | undefined): Promise<Blob> {
  const { ok, value } = await exchange(url, { read: 'blob', signal });
  if (ok) return value as Blob;
  throw new ProviderError('captcha', { fields: [{ field: 'captcha', key: 'expired' }] });
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsDataURL(blob);
  });
}

/** The captcha of a service of the published contract: proof of work, and digits to be typed or heard. */
export class HttpCaptchaProvider implements CaptchaProvider {
  readonly #service: ServiceAddress;

  constructor(service: ServiceAddress) {
    this.#service = service;
  }

  async challenge(thread: string, kind: CaptchaKind, signal?: AbortSignal): Promise<Challenge> {
    const { endpoint, site } = this.#service;
    const answer = (await askService(this.#service, 'v1/challenges', {
      method: 'POST',
      body: { site, thread, kind },
      signal,
    })) as Answer;
    const { challenge, id, digits, image, audio } = answer;
    if (kind === 'pow') return { kind, challenge };
    return {
      kind,
      id,
      digits,
      image: await dataUrl(await fetchMedia(serviceUrl(endpoint, image), signal)),
      audio: async (lang, signal) => {
        const query = new URLSearchParams({ lang });
        const sound = await fetchMedia(serviceUrl(endpoint, `${audio}?${query}`), signal);
        return new Response(sound).arrayBuffer();
      },
    };
  }

  async solve(challenge: Challenge, typed: string, signal?: AbortSignal): Promise<CaptchaProof> {
    const { kind } = challenge;
    const payload =
      kind === 'pow'
        ? await proveWork(challenge.challenge as ProofOfWorkChallenge, signal)
        : `${challenge.id}:${typed}`;
    return { kind, payload };
  }
}
