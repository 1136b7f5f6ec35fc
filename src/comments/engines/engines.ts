import { HttpCaptchaProvider } from '../captcha/http-captcha.js';
import { HttpCommentProvider } from './http.js';
import { StaticCommentProvider } from './static.js';
import type { CaptchaProvider, CommentProvider } from '../types.js';
import { WalineCommentProvider } from './waline.js';

/** Engines that can be named in an attribute; the default stands first. */
export const ENGINES = ['http', 'waline', 'static'] as const;

/** Value of the attribute `engine`: a service of our contract, Waline, or a JSON file of published comments. */
export type Engine = (typeof ENGINES)[number];

/** The provider of an engine. */
export function createProvider(engine: Engine, endpoint: string, site: string): CommentProvider {
  const address = { endpoint, site };
  switch (engine) {
    case 'http':
      return new HttpCommentProvider(address);
    case 'waline':
      return new WalineCommentProvider(address);
    case 'static':
      return new StaticCommentProvider(address);
  }
}

/** The captcha of an engine; `undefined` when it has none of its own. */
export const createCaptchaProvider = (
  engine: Engine,
  endpoint: string,
  site: string,
): CaptchaProvider | undefined =>
  engine === 'http' ? new HttpCaptchaProvider({ endpoint, site }) : undefined;
