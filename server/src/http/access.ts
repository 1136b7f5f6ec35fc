/* Which pages may use the service, and what browsers are told about its answers. */
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyRequest } from 'fastify';
import type { Context, Site } from '../context.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { App } from './app.js';

/** Reads the steps of a path as the router does: `/v1/%73ites` is `/v1/sites`. */
const stepsOf = (url: string): string[] =>
  (url.split('?')[0] ?? '').split('/').map((step) => {
    try {
      return decodeURIComponent(step);
    } catch {
      return step;
    }
  });

/**
 * Finds the origins that may ask for this address: those of its site, or of all sites where it names none. False
 * means that only the service's own page may ask.
 */
function originsFor({ settings }: Context, url: string): string[] | false {
  const [, , kind, name = ''] = stepsOf(url);
  if (kind === 'moderation') return false;
  if (kind !== 'sites') return Object.values(settings.sites).flatMap(({ origins }) => origins);
  return Object.hasOwn(settings.sites, name) ? [...settings.sites[name]!.origins] : [];
}

/** Names of this machine itself. A page of another machine cannot have one of them. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether the page is the service's own: the plain form, the moderation page. Without `publicUrl`, the name that the
 * browser gives is not believed unless it is known: the owner of any name can let it lead to this address.
 */
function isOwn({ settings }: Context, request: FastifyRequest, origin: string): boolean {
  if (settings.publicUrl) return new URL(settings.publicUrl).origin === origin;
  if (origin !== `${request.protocol}://${request.host}`) return false;
  return (
    LOOPBACK.test(request.hostname) ||
    Object.values(settings.sites).some(({ origins }) => origins.includes(origin))
  );
}

/** Whether the request comes from a page that is neither the service's own nor of one of these origins. */
export function isForeign(
  context: Context,
  request: FastifyRequest,
  allowed: readonly string[],
): boolean {
  const { origin } = request.headers;
  return origin !== undefined && !allowed.includes(origin) && !isOwn(context, request, origin);
}

/** Refuses a page of another site where the address names no site. */
export function checkOrigin(context: Context, request: FastifyRequest, { origins }: Site): void {
  if (isForeign(context, request, origins)) throw new ServiceProblem('origin');
}

export async function access(app: App, context: Context): Promise<void> {
  await app.register(helmet, {
    // Pages state their own policy; this one is for JSON.
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"] } },
    // Lets other sites embed the picture of the captcha. CORS and their own policies name them.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    // Keeps addresses of receipts out of the logs of other servers. With `no-referrer`, forms would come from the
    // origin `null`.
    referrerPolicy: { policy: 'strict-origin' },
    // Leaves HSTS to the server in front, which speaks TLS.
    strictTransportSecurity: false,
  });

  await app.register(cors, {
    delegator: (request, decide) => {
      decide(null, {
        origin: originsFor(context, request.url),
        methods: ['GET', 'POST', 'DELETE'],
        allowedHeaders: ['Content-Type', 'Idempotency-Key', 'If-None-Match', 'Accept-Language'],
        exposedHeaders: ['ETag', 'Idempotent-Replayed', 'Retry-After', 'Content-Language'],
        maxAge: 600,
        credentials: false,
        strictPreflight: false,
      });
    },
  });

  app.addHook('onRequest', (request, _reply, done) => {
    const allowed = originsFor(context, request.url) || [];
    done(isForeign(context, request, allowed) ? new ServiceProblem('origin') : undefined);
  });
}
