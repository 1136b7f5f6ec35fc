/* The captcha. */
import { Type } from 'typebox';
import { CAPTCHA_KINDS, Instant } from './comments.js';
import { reference } from './reference.js';

export const ChallengeRequest = Type.Object(
  {
    site: Type.String(),
    thread: Type.String(),
    kind: Type.Enum([...CAPTCHA_KINDS]),
  },
  { additionalProperties: false },
);

export const ProofOfWorkChallenge = Type.Object(
  {
    kind: Type.Literal('pow'),
    expiresAt: Instant('When it can no longer be used.'),
    challenge: Type.Object(
      {
        parameters: Type.Object(
          {
            algorithm: Type.String({ examples: ['PBKDF2/SHA-256'] }),
            nonce: Type.String(),
            salt: Type.String(),
            cost: Type.Integer(),
            keyLength: Type.Integer(),
            keyPrefix: Type.String(),
            keySignature: Type.Optional(Type.String()),
            expiresAt: Type.Optional(Type.Integer({ description: 'Seconds since 1970.' })),
            data: Type.Optional(Type.Record(Type.String(), Type.String())),
          },
          { additionalProperties: true },
        ),
        signature: Type.String(),
      },
      { description: 'A challenge of the ALTCHA protocol, version 2, to be sent back as it is.' },
    ),
  },
  { $id: 'ProofOfWorkChallenge' },
);

export const CodeChallenge = Type.Object(
  {
    kind: Type.Literal('code'),
    id: Type.String(),
    expiresAt: Instant('When it can no longer be used.'),
    digits: Type.Integer({ description: 'How many digits the picture shows.' }),
    image: Type.String({ description: 'Path of the picture (PNG), relative to the service.' }),
    audio: Type.String({
      description: 'Path of the spoken digits (WAV), relative to the service.',
    }),
  },
  { $id: 'CodeChallenge' },
);

export const Challenge = Type.Union([reference(ProofOfWorkChallenge), reference(CodeChallenge)]);

export const ChallengeParams = Type.Object({ id: Type.String() });

export const AudioQuery = Type.Object({
  lang: Type.Optional(
    Type.String({ description: 'BCP 47 tag; Chinese and English are recorded.', default: 'zh' }),
  ),
});
