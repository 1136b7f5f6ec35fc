import { LazyModule } from '../../lazy-module.js';
import { HttpCaptchaProvider } from '../captcha/http-captcha.js';
import type { SessionSettings } from '../requirements.js';
import type { CommentProvider } from '../types.js';
import { HttpCommentProvider } from './http.js';
import type { ServiceAddress } from './http-service.js';
import type { Engine } from './names.js';

type ProviderClass = new (address: ServiceAddress) => CommentProvider;

/** Engines that few pages use load on demand. */
const LATER = {
  http: undefined,
  waline: new LazyModule<ProviderClass>(() =>
    import('./waline.js').then(({ WalineCommentProvider }) => WalineCommentProvider),
  ),
  static: new LazyModule<ProviderClass>(() =>
    import('./static.js').then(({ StaticCommentProvider }) => StaticCommentProvider),
  ),
} as const;

/** Returns the engine's code if it still has to load. */
export function missingEngine(engine: Engine): LazyModule<ProviderClass> | undefined {
  const later = LATER[engine];
  return later?.module ? undefined : later;
}

/** Identifies a thread of an engine. */
export interface ThreadAddress {
  readonly engine: Engine;
  readonly endpoint: string;
  readonly site: string;
  readonly thread: string;
}

/**
 * Makes the settings of a session on a thread. The code of the engine must be loaded.
 *
 * @param own - provider of the page, used instead of the named engine
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
