import { askService, exchange, type ServiceAddress, serviceUrl } from '../engines/http-service.js';
import { ProviderError } from '../errors.js';
import type { CaptchaKind, CaptchaProof, CaptchaProvider, Challenge } from '../types.js';
import { dataUrl } from './data-url.js';
import type { ProofOfWorkChallenge } from './proof-of-work.js';

interface Answer {
  readonly challenge: ProofOfWorkChallenge;
  readonly id: string;
  readonly digits: number;
  readonly image: string;
  readonly audio: string;
}

/** Fetches a picture or sound. Strict policies allow only `data:` pictures, and no sounds. */
async function fetchMedia(
  kind: 'image' | 'audio',
  url: string,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  const { ok, value } = await exchange(url, { read: 'blob', signal });
  if (ok) {
    if ((value as Blob).type.startsWith(kind)) return value as Blob;
    // A sign-in page, or the answer of a gateway.
    throw new ProviderError('protocol', { reason: value });
  }
  throw new ProviderError('captcha', { fields: [{ field: 'captcha', key: 'expired' }] });
}

/** Captcha of a service that follows the published contract: proof of work, or digits to type. */
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
      image: await dataUrl(await fetchMedia('image', serviceUrl(endpoint, image), signal)),
      audio: async (lang, signal) => {
        const query = new URLSearchParams({ lang });
        const sound = await fetchMedia('audio', serviceUrl(endpoint, `${audio}?${query}`), signal);
        return new Response(sound).arrayBuffer();
      },
    };
  }

  async solve(challenge: Challenge, typed: string, signal?: AbortSignal): Promise<CaptchaProof> {
    const { kind } = challenge;
    if (kind !== 'pow') return { kind, payload: `${challenge.id}:${typed}` };
    const work = challenge.challenge as ProofOfWorkChallenge;
    if (work.parameters.algorithm !== 'PBKDF2/SHA-256') {
      throw new ProviderError('protocol', { reason: work });
    }
    return { kind, payload: await (await bringProofOfWork()).proveWork(work, signal) };
  }
}

/** @throws ProviderError `offline` if the code fails to load; the next attempt requests it again */
async function bringProofOfWork(): Promise<typeof import('./proof-of-work.js')> {
  try {
    return await import('./proof-of-work.js');
  } catch (reason) {
    throw new ProviderError('offline', { reason });
  }
}
