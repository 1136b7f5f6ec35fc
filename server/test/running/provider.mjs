/* A real identity provider (OpenID Connect) on this machine, and browsers that sign in there. */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { send } from './client.mjs';
import { freePort } from './databases.mjs';

const SECRET = 'the secret of the client';

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'one' };

/** Signs claims as the provider does, or as somebody does who has another key. */
export const signAsProvider = (claims, key = privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);

/** Claims of people, by their accounts. */
const PEOPLE = {
  zhang: { name: '张审核', groups: ['comment-moderators'] },
  chen: { name: '陈主任', groups: ['everybody', 'comment-admins', 'comment-moderators'] },
  zhou: { name: '周某', groups: ['everybody'] },
  nobody: { groups: ['comment-moderators'] },
  operator: { name: 'operator', groups: ['comment-moderators'] },
};

/** Where the service sends the browser, and what the people of the provider may do there. */
export const oidcSettings = (issuer, overrides = {}) => ({
  issuer,
  clientId: 'comments',
  clientSecret: SECRET,
  roleClaim: 'groups',
  roles: {
    'comment-moderators': { role: 'moderator', sites: ['customs'] },
    'comment-admins': { role: 'administrator' },
  },
  ...overrides,
});

/**
 * Starts a provider at which whoever comes is signed in as `person` at once.
 *
 * @param redirect - where it may send people back to
 */
export async function startProvider(test, redirect, { isPublic = false, inToken = true } = {}) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const controls = {
    issuer,
    person: 'zhang',
    /** Gets each answer of the provider before it is sent; a test may alter it. */
    alter: async () => {},
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'comments',
        redirect_uris: [redirect],
        ...(isPublic ? { token_endpoint_auth_method: 'none' } : { client_secret: SECRET }),
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['a key for cookies of tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups'] },
    conformIdTokenClaims: !inToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) await next();
    else {
      const result = controls.person
        ? { login: { accountId: controls.person } }
        : { error: 'access_denied' };
      ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
    }
    await controls.alter(ctx);
  });
  const server = createServer(provider.callback());
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  test.after(stop);
  return Object.assign(controls, { stop });
}

/**
 * Follows a sign-in through the provider, as a browser does that keeps its cookies.
 *
 * @returns the query with which the provider sends the browser back
 */
export async function visit(address, redirect) {
  const cookies = new Map();
  let next = address;
  for (let step = 0; step < 10; step += 1) {
    if (next.startsWith(`${redirect}?`)) return new URL(next).search.slice(1);
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location)
      throw new Error(`The provider says ${response.status}.\n${await response.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('The provider sends the browser round in circles.');
}

/** Begins a sign-in of the browser that has this secret. */
export const beginSignIn = (url, secret) => send(url, 'POST', '/v1/moderation/sign-in', { secret });

/** Ends it. */
export const openSignIn = (url, secret, answer, headers = {}) =>
  send(url, 'POST', '/v1/moderation/session', { secret, answer }, headers);
