/* The first configuration, which the operator completes. */
import { randomBytes } from 'node:crypto';
import { makeToken } from '../moderation/tokens.js';
import type { OfficeNames } from './office.js';

/** Where the file is written, and looked for when neither `--config` nor CONFIG names one. */
export const DEFAULT_FILE = 'customs-comment-server.json';

/** Marks what only the operator can know. The service does not start while one is left. */
export const PLACEHOLDER = '[…]';

/**
 * Makes a configuration with a new secret, and the token of its administrator.
 *
 * @param office - who runs the service; without it, the operator has to fill in the name
 */
export function firstConfiguration(office?: OfficeNames): { configuration: object; token: string } {
  const { token, tokenHash } = makeToken();
  const configuration = {
    secret: randomBytes(32).toString('base64url'),
    databaseUrl: 'file:comments.sqlite',
    moderatorsReply: false,
    moderators: [{ name: 'admin', role: 'administrator', sites: ['*'], tokenHash }],
    sites: {
      main: {
        origins: [PLACEHOLDER],
        moderation: 'before',
        ...(office ?? { officialName: PLACEHOLDER }),
        consent: {
          version: '1',
          notice: {
            'zh-Hans': {
              handler: office
                ? `${office.officialName}，${PLACEHOLDER}（地址、电话）`
                : `${PLACEHOLDER}（单位名称、地址、电话）`,
              purpose: '审核、展示您的评论并作出回复。',
              means: '由工作人员审核后在网页上公开评论内容和您填写的称呼。',
              kinds: '评论内容；您自愿填写的称呼。',
              retention: '公开期间保存；您撤回后立即删除。',
              rights: `凭回执编号可查询、撤回并删除；也可联系${PLACEHOLDER}。`,
            },
          },
        },
      },
    },
  };
  return { configuration, token };
}
