/* What every part of the service is given. */
import type { Captcha } from './captcha/captcha.js';
import type { Settings, SiteSettings } from './configuration/settings.js';
import { requestBytes } from './contract/limits.js';
import type { Keys } from './configuration/keys.js';
import { ServiceProblem } from './contract/service-problem.js';
import type { PendingLimit } from './limits/pending-limit.js';
import type { RateLimits } from './limits/rate-limits.js';
import type { Authentication } from './moderation/authentication.js';
import type { SignIn } from './moderation/sign-in.js';
import type { Database } from './storage/database.js';
import type { Reading } from './storage/reading.js';

export interface Context {
  settings: Settings;
  database: Database;
  /** Reads public lists and counts, from a standby if there is one. */
  reading: Reading;
  keys: Keys;
  captcha: Captcha;
  rateLimits: RateLimits;
  authentication: Authentication;
  pendingLimit: PendingLimit;
  /** Undefined where the service has no identity provider. */
  signIn: SignIn | undefined;
  /** Idempotency keys that this process is working on. The database guards against those of other processes. */
  inFlight: Set<string>;
  /** Milliseconds since 1970; tests set it. */
  now: () => number;
}

export interface Site extends SiteSettings {
  name: string;
}

/** The path under which browsers reach the service, without a slash at its end. */
export const basePath = ({ publicUrl }: Settings): string =>
  publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, '') : '';

/** The address of a request below that path, as the routes know it. */
export const belowBase = (base: string, url: string): string =>
  url.startsWith(`${base}/`) ? url.slice(base.length) : url;

/** Most bytes that a request may have, whichever site it is for: the address is read after the body has begun. */
export const requestBytesOf = ({ sites }: Settings): number =>
  requestBytes(Math.max(0, ...Object.values(sites).map(({ bodyLimit }) => bodyLimit)));

/** A configured site; an unknown one is a `not-found` problem. */
export function findSite({ settings }: Pick<Context, 'settings'>, name: string): Site {
  if (!Object.hasOwn(settings.sites, name)) throw new ServiceProblem('not-found');
  return { name, ...settings.sites[name]! };
}
