/* Signing in at the identity provider of the agency (OpenID Connect), for the moderation page. */
import { Type } from 'typebox';
import { Instant } from './comments.js';

const Secret = Type.String({
  pattern: '^[A-Za-z0-9_-]{32,128}$',
  description:
    'A random text that the page makes for this sign-in and keeps to itself. The answer is taken only together with it.',
});

export const NewSignIn = Type.Object(
  { secret: Secret },
  { $id: 'NewSignIn', additionalProperties: false },
);

export const SignInAddress = Type.Object(
  {
    address: Type.String({
      format: 'uri',
      description: 'Where the browser goes next: to the provider, which sends it back.',
    }),
  },
  { $id: 'SignInAddress' },
);

export const SignInAnswer = Type.Object(
  {
    secret: Secret,
    answer: Type.String({
      maxLength: 16_384,
      description: 'The query of the address at which the browser came back, as it is.',
    }),
  },
  { $id: 'SignInAnswer', additionalProperties: false },
);

export const OpenedSession = Type.Object(
  {
    token: Type.String({ description: 'The bearer token. It is shown only now.' }),
    expiresAt: Instant('When the session ends, however much it is used.'),
  },
  { $id: 'OpenedSession' },
);
