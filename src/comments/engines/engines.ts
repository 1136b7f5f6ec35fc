import { LazyModule } from '../../lazy-module.js';
import { HttpCaptchaProvider } from '../captcha/http-captcha.js';
import type { SessionSettings } from '../requirements.js';
import type { CommentProvider } from '../types.js';
import { HttpCommentProvider } from './http.js';
import type { ServiceAddress } from './http-service.js';
import type { Engine } from './names.js';

type ProviderClass = new (address: ServiceAddress) => CommentProvider;

/** The engines that few pages use: each comes to the page that names it. */
const LATER = {
  http: undefined,
  waline: new LazyModule<ProviderClass>(() =>
    import('./waline.js').then(({ WalineCommentProvider }) => WalineCommentProvider),
  ),
  static: new LazyModule<ProviderClass>(() =>
    import('./static.js').then(({ StaticCommentProvider }) => StaticCommentProvider),
  ),
} as const;

/** What an engine is still to bring; nothing for one that is there. */
export function missingEngine(engine: Engine): LazyModule<ProviderClass> | undefined {
  const later = LATER[engine];
  return later?.module ? undefined : later;
}

/** Which thread of which engine. */
export interface ThreadAddress {
  readonly engine: Engine;
  readonly endpoint: string;
  readonly site: string;
  readonly thread: string;
}

/**
 * What a session on a thread needs.
 *
 * @param own - an engine of the page's own, in the place of the named one, which has to be there
 */
export function settingsOf(
  { engine, endpoint, site, thread }: ThreadAddress,
  own: CommentProvider | undefined,
): SessionSettings {
  const address = { endpoint, site };
  const Provider = LATER[engine]?.module ?? HttpCommentProvider;
  return {
    provider: own ?? new Provider(address),
    thread,
    draftName: `${engine} ${endpoint} ${site} ${thread}`,
    captchaProvider: own || engine !== 'http' ? undefined : new HttpCaptchaProvider(address),
  };
}
