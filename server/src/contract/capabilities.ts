/* What a site takes and asks for. */
import { Type } from 'typebox';
import { CAPTCHA_KINDS, REPORT_REASONS } from './comments.js';

/** The six points that 个人信息保护法 art. 17 asks for, in one language. */
export const PrivacyNotice = Type.Object(
  {
    handler: Type.String({ description: 'Who handles the data, and how to reach them.' }),
    purpose: Type.String({ description: 'Purpose.' }),
    means: Type.String({ description: 'Means of handling.' }),
    kinds: Type.String({ description: 'Kinds of personal data.' }),
    retention: Type.String({ description: 'How long the data is kept.' }),
    rights: Type.String({ description: 'How to exercise one’s rights.' }),
  },
  { additionalProperties: false },
);

export const CapabilitiesQuery = Type.Object({
  site: Type.Optional(
    Type.String({ description: 'Needed when the service has more than one site.' }),
  ),
});

export const Capabilities = Type.Object(
  {
    contract: Type.String({ description: 'Version of this contract.' }),
    site: Type.String(),
    open: Type.Boolean({ description: 'Whether comments are taken at present.' }),
    moderation: Type.Enum(['before', 'after'], {
      description: '`before`: comments are published after review; `after`: at once.',
    }),
    contact: Type.Enum(['off', 'optional'], {
      description: 'Whether the form asks for a contact.',
    }),
    identity: Type.Enum(['off', 'optional', 'required']),
    captcha: Type.Array(Type.Enum([...CAPTCHA_KINDS]), {
      description: 'Kinds that are offered; empty when none is asked for.',
    }),
    consent: Type.Object({
      version: Type.String(),
      notice: Type.Record(Type.String(), PrivacyNotice, {
        description: 'Language tag → the privacy notice.',
      }),
    }),
    limits: Type.Object({
      body: Type.Integer({ description: 'Characters, counted as in `Draft`.' }),
      bodyBytes: Type.Optional(
        Type.Integer({
          description:
            'Bytes of the body in UTF-8, since version 1.2 of the contract. Only a text of many emoji or marks meets this limit first.',
        }),
      ),
      authorName: Type.Integer({ description: 'Characters.' }),
      contact: Type.Integer({ description: 'Characters.' }),
      pageSize: Type.Integer(),
      requestBytes: Type.Integer({
        description:
          'Most bytes of a JSON body. So many that every comment within these limits fits.',
      }),
    }),
    reportReasons: Type.Array(Type.Enum([...REPORT_REASONS])),
    threadQuery: Type.Optional(
      Type.Boolean({
        description:
          'Whether a thread can be named by a parameter of the address, too: `/v1/sites/{site}/comments?thread=…`.',
      }),
    ),
  },
  { $id: 'Capabilities' },
);
