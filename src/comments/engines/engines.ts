import { HttpCaptchaProvider } from '../captcha/http-captcha.js';
import { HttpCommentProvider } from './http.js';
import { StaticCommentProvider } from './static.js';
import type { SessionSettings } from '../requirements.js';
import type { CommentProvider } from '../types.js';
import { WalineCommentProvider } from './waline.js';

/** Engines that can be named in an attribute; the default stands first. */
export const ENGINES = ['http', 'waline', 'static'] as const;

/** Value of the attribute `engine`: a service of our contract, Waline, or a JSON file of published comments. */
export type Engine = (typeof ENGINES)[number];

const PROVIDERS = {
  http: HttpCommentProvider,
  waline: WalineCommentProvider,
  static: StaticCommentProvider,
} as const;

/** The provider of an engine. */
export const createProvider = (engine: Engine, endpoint: string, site: string): CommentProvider =>
  new PROVIDERS[engine]({ endpoint, site });

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
 * @param own - an engine of the page's own, in the place of the named one
 */
export function settingsOf(
  { engine, endpoint, site, thread }: ThreadAddress,
  own: CommentProvider | undefined,
): SessionSettings {
  return {
    provider: own ?? createProvider(engine, endpoint, site),
    thread,
    draftName: `${engine} ${endpoint} ${site} ${thread}`,
    captchaProvider:
      own || engine !== 'http' ? undefined : new HttpCaptchaProvider({ endpoint, site }),
  };
}
