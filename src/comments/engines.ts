import { HttpCaptchaProvider } from './captcha/http-captcha.js';
import { HttpCommentProvider } from './http.js';
import { StaticCommentProvider } from './static.js';
import type { CaptchaProvider, CommentProvider } from './types.js';
import { WalineCommentProvider } from './waline.js';

/** Engines that can be named in an attribute; the default stands first. */
export const ENGINES = ['http', 'waline', 'static'] as const;

/** Value of the attribute `engine`: a service of our contract, Waline, or a JSON file of published comments. */
export type Engine = (typeof ENGINES)[number];

/** The provider of an engine, and the captcha that belongs to it. */
export function createProviders(
  engine: Engine,
  endpoint: string,
  site: string,
): { provider: CommentProvider; captchaProvider?: CaptchaProvider } {
  const address = { endpoint, site };
  switch (engine) {
    case 'http':
      return {
        provider: new HttpCommentProvider(address),
        captchaProvider: new HttpCaptchaProvider(address),
      };
    case 'waline':
      return { provider: new WalineCommentProvider(address) };
    case 'static':
      return { provider: new StaticCommentProvider(address) };
  }
}
