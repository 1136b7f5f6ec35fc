/* The identity provider of the agency. The library does the protocol and its checks. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  clockTolerance,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
} from 'openid-client';
import type { OidcSettings } from '../configuration/settings.js';
import { type Claims, readClaim } from './claims.js';
import { SignInRefusal } from './sign-in-refusal.js';

/** How long what the provider says about itself is believed, milliseconds. */
const DISCOVERY_LIFE = 3_600_000;
/** Seconds for which the provider may keep a request waiting. */
const PATIENCE = 5;
/** Seconds by which the clocks of provider and service may differ. */
const CLOCK_TOLERANCE = 30;

/** Codes of the library for a provider that cannot be reached, or that answers something else altogether. */
const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
]);

/** What ties the answer of the provider to the question. */
export interface Ties {
  state: string;
  nonce: string;
  /** The secret of PKCE. */
  verifier: string;
}

function refusalOf(error: unknown): SignInRefusal {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return new SignInRefusal('cancelled', error.code);
    const isPassing = ['server_error', 'temporarily_unavailable'].includes(error.error);
    return new SignInRefusal(isPassing ? 'provider' : 'wrong', error.code);
  }
  if (error instanceof ResponseBodyError) {
    // Any other error is about us, not about the person: a wrong secret, for example.
    return new SignInRefusal(error.error === 'invalid_grant' ? 'wrong' : 'provider', error.error);
  }
  if (error instanceof ClientError && error.code !== undefined && !UNREACHABLE.has(error.code)) {
    return new SignInRefusal('wrong', error.code);
  }
  const { code, name } = error as { code?: string; name?: string };
  return new SignInRefusal('provider', code ?? name);
}

export class Provider {
  readonly #settings: OidcSettings;
  readonly #redirect: string;
  readonly #now: () => number;
  #found: { at: number; configuration: Promise<Configuration> } | undefined;

  /** @param redirect - where the provider sends the browser back to */
  constructor(settings: OidcSettings, redirect: string, now: () => number) {
    this.#settings = settings;
    this.#redirect = redirect;
    this.#now = now;
  }

  /**
   * The address at which the person signs in.
   *
   * @throws SignInRefusal while the provider cannot be reached
   */
  async address({ state, nonce, verifier }: Ties): Promise<string> {
    const configuration = await this.#discover();
    return buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirect,
      scope: this.#settings.scopes,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /**
   * Finds out who has signed in. State, issuer, nonce, PKCE, audience, times and signature are checked.
   *
   * @param answer - the query with which the provider sent the browser back
   * @throws SignInRefusal
   */
  async person(answer: string, { state, nonce, verifier }: Ties): Promise<Claims> {
    const configuration = await this.#discover();
    const address = new URL(this.#redirect);
    address.search = answer;
    try {
      const tokens = await authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      const { nameClaim, roleClaim } = this.#settings;
      const isKnown = [nameClaim, roleClaim].every((path) => readClaim(claims, path) !== undefined);
      const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
      // Many providers keep what they know about a person for a second question.
      if (isKnown || !hasMore) return claims;
      return {
        ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)),
        ...claims,
      };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  #discover(): Promise<Configuration> {
    const now = this.#now();
    const age = this.#found ? now - this.#found.at : Infinity;
    if (this.#found && age >= 0 && age < DISCOVERY_LIFE) return this.#found.configuration;
    const found = { at: now, configuration: this.#ask() };
    this.#found = found;
    // A failure is not kept: the next one asks again.
    found.configuration.catch(() => {
      if (this.#found === found) this.#found = undefined;
    });
    return found.configuration;
  }

  async #ask(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const address = new URL(issuer);
    try {
      const configuration = await discovery(
        address,
        clientId,
        { [clockTolerance]: CLOCK_TOLERANCE },
        clientSecret === undefined ? None() : ClientSecretBasic(clientSecret),
        {
          timeout: PATIENCE,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as a warning; the settings allow it for this machine only
          execute: address.protocol === 'http:' ? [allowInsecureRequests] : [],
        },
      );
      // Checks signatures too. The library would else rely on TLS alone.
      enableNonRepudiationChecks(configuration);
      return configuration;
    } catch (error) {
      throw new SignInRefusal('provider', (error as { code?: string }).code);
    }
  }
}
