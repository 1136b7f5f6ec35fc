/* Who is staff: administrators make, list and revoke tokens. */
import type { Context } from '../../context.js';
import { PAGE_SIZE } from '../../contract/comments.js';
import { reference } from '../../contract/reference.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import {
  DAYS,
  MadeStaffToken,
  NewStaffToken,
  StaffPage,
  StaffParams,
  StaffQuery,
  StaffToken,
} from '../../contract/staff.js';
import { checkPermission, type Moderator, sitesOf } from '../../moderation/moderators.js';
import {
  describeToken,
  findToken,
  makeStaffToken,
  readConfigured,
  revokeToken,
} from '../../moderation/staff.js';
import { readStaffTokens } from '../../storage/staff.js';
import { answers, json } from '../answers.js';
import type { App } from '../app.js';
import { cutPage, readCursor } from '../cursors.js';

const LIST = JSON.stringify(['staff']);

export function staffRoutes(app: App, context: Context): void {
  const { database, settings } = context;

  const isOwn = (moderator: Moderator, site: string): boolean =>
    moderator.sites.includes('*') || (site !== '*' && moderator.sites.includes(site));
  /** Refuses to give, or take, what goes beyond the administrator's own sites. */
  const checkSites = (moderator: Moderator, sites: readonly string[]): void => {
    if (!sites.every((site) => isOwn(moderator, site))) throw new ServiceProblem('forbidden');
  };
  /** Whether a token covers one of the administrator's sites. */
  const concerns = (moderator: Moderator, { sites }: StaffToken): boolean =>
    moderator.sites.includes('*') ||
    sitesOf({ sites }, settings).some((site) => isOwn(moderator, site));

  app.get(
    '/v1/moderation/staff',
    {
      schema: {
        operationId: 'listStaff',
        summary: 'Tokens that cover sites of the administrator',
        description: 'For administrators. No secret part of a token is ever shown again.',
        querystring: StaffQuery,
        response: answers({ 200: json('One page.', reference(StaffPage)) }, [
          'unauthorized',
          'forbidden',
          'validation',
          'cursor',
          'rate-limited',
        ]),
      },
    },
    async (request) => {
      const { moderator } = request;
      checkPermission(moderator, 'staff');
      const { cursor, limit = PAGE_SIZE } = request.query;
      const before = cursor === undefined ? undefined : readCursor(context.keys, LIST, cursor);
      const rows = await readStaffTokens(database, { before }, limit + 1);
      const { shown, nextCursor } = cutPage(context.keys, LIST, rows, limit, ({ id }) => id);
      const configured = before === undefined ? await readConfigured(context) : [];
      const items = [...configured, ...shown.map(describeToken)];
      return { items: items.filter((one) => concerns(moderator, one)), nextCursor };
    },
  );

  app.post(
    '/v1/moderation/staff',
    {
      schema: {
        operationId: 'makeStaffToken',
        summary: 'Makes a token, good at once in all processes',
        description:
          'For administrators, who give no more than their own sites. The answer is the only place that shows the token.',
        body: reference(NewStaffToken),
        response: answers({ 201: json('The token.', reference(MadeStaffToken)) }, [
          'unauthorized',
          'forbidden',
          'too-large',
          'media-type',
          'validation',
          'rate-limited',
        ]),
      },
    },
    async (request, reply) => {
      const { moderator, body } = request;
      checkPermission(moderator, 'staff');
      checkSites(moderator, body.sites);
      const { days = DAYS, ...wanted } = body;
      const made = await makeStaffToken(
        context,
        { ...wanted, days },
        { actor: moderator.name, now: context.now() },
      );
      return reply.code(201).send(made);
    },
  );

  app.delete(
    '/v1/moderation/staff/:id',
    {
      schema: {
        operationId: 'revokeStaffToken',
        summary: 'Revokes a token for good, at once in all processes',
        description:
          'For administrators of all sites that the token covers: for one of another site it does not exist, for one of some of them this is forbidden. A token of the configuration can be revoked too. The second time changes nothing.',
        params: StaffParams,
        response: answers({ 200: json('The token now.', reference(StaffToken)) }, [
          'unauthorized',
          'forbidden',
          'not-found',
          'rate-limited',
        ]),
      },
    },
    async (request) => {
      const { moderator } = request;
      checkPermission(moderator, 'staff');
      const found = await findToken(context, request.params.id);
      if (!found || !concerns(moderator, found)) throw new ServiceProblem('not-found');
      checkSites(moderator, found.sites);
      const act = { actor: moderator.name, now: context.now() };
      return revokeToken(context, found, act);
    },
  );
}
