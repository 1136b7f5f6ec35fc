/* Puts the service together. */
import { Captcha } from './captcha/captcha.js';
import { Retention } from './comments/retention.js';
import type { Settings } from './configuration/settings.js';
import { firstConfiguration } from './configuration/template.js';
import { basePath, type Context, requestBytesOf } from './context.js';
import { Keys } from './configuration/keys.js';
import { PendingLimit } from './limits/pending-limit.js';
import { RateLimits } from './limits/rate-limits.js';
import { access } from './http/access.js';
import type { App } from './http/app.js';
import { closer } from './http/closing.js';
import { createApp } from './http/create-app.js';
import { approvalRoutes } from './http/routes/approvals.js';
import { captchaRoutes } from './http/routes/captcha.js';
import { commentRoutes } from './http/routes/comments.js';
import { decisionRoutes } from './http/routes/decisions.js';
import { guard } from './http/routes/desk.js';
import { holdRoutes } from './http/routes/holds.js';
import { acceptForms, formRoutes } from './http/routes/form.js';
import { listRoutes } from './http/routes/lists.js';
import { moderationRoutes } from './http/routes/moderation.js';
import { documentation, group } from './http/openapi.js';
import { limitWork } from './http/overload.js';
import { followPipelines } from './http/pipelines.js';
import { moderationPage } from './http/routes/moderation-page.js';
import { receiptViews } from './http/routes/receipt-views.js';
import { publicRoutes } from './http/routes/public.js';
import { receiptRoutes } from './http/routes/receipts.js';
import { signInRoutes, signOutRoutes } from './http/routes/sign-in.js';
import { staffRoutes } from './http/routes/staff.js';
import { transferRoutes } from './http/routes/transfer.js';
import { AuditLinking } from './moderation/audit-linking.js';
import { Authentication } from './moderation/authentication.js';
import { SignIn } from './moderation/sign-in.js';
import { type Database, openDatabase, openStandby } from './storage/database.js';
import { describeFailure } from './storage/failures.js';
import { mergePaths } from './storage/merge.js';
import { Reading } from './storage/reading.js';
import { mayLoseOnFailover } from './storage/replication.js';

export interface ServiceOptions {
  /** Milliseconds since 1970; the clock of the system by default. */
  now?: () => number;
  /** Where logs go; standard output by default. */
  logStream?: { write: (line: string) => void };
  /** Called once if the PostgreSQL server does not answer yet, and is waited for. */
  onWait?: () => void;
}

export interface Service {
  app: App;
  /**
   * Erases what has been kept long enough, and forgets what is over. The service does so at its start and every
   * hour. It logs a failure, and the next time makes up for it.
   */
  sweep: () => Promise<void>;
  /** Links new entries of the audit into its chain. The service does so every second. */
  link: () => Promise<void>;
  /** Finishes open requests within `shutdownSeconds`, takes no new ones, and closes the database. */
  close: () => Promise<void>;
}

/** How often the service erases what is due, milliseconds. */
const SWEEP_INTERVAL = 3_600_000;

async function buildApp(context: Context, options: ServiceOptions): Promise<App> {
  const { logLevel, trustProxy } = context.settings;
  const app = createApp({
    base: basePath(context.settings),
    logLevel,
    requestBytes: requestBytesOf(context.settings),
    trustProxy,
    logStream: options.logStream,
  });
  await documentation(app);
  await access(app, context);
  limitWork(app, context);
  followPipelines(app.server);
  const scope = (...parts: ((scope: App, context: Context) => void)[]) =>
    app.register((inner: App, _options: object, done: () => void) => {
      for (const part of parts) part(inner, context);
      done();
    });
  // Gives each group a scope of its own: what one accepts, and whom it lets in, does not hold for the others.
  await scope(publicRoutes);
  await scope(group('captcha'), captchaRoutes);
  await scope(group('receipts'), receiptRoutes);
  await scope(
    group('comments'),
    acceptForms,
    listRoutes,
    commentRoutes,
    formRoutes,
    receiptViews,
    moderationPage,
  );
  await scope(signInRoutes);
  await scope(
    guard,
    moderationRoutes,
    decisionRoutes,
    approvalRoutes,
    holdRoutes,
    staffRoutes,
    signOutRoutes,
  );
  await scope(guard, transferRoutes);
  await app.ready();
  return app;
}

function contextOf(
  settings: Settings,
  database: Database,
  reading: Reading,
  now: () => number,
): Context {
  const keys = new Keys(settings.secret);
  const rateLimits = new RateLimits(database, keys, now);
  const { oidc } = settings.staff ?? {};
  return {
    settings,
    database,
    reading,
    keys,
    now,
    inFlight: new Set(),
    captcha: new Captcha(keys, database, now),
    rateLimits,
    authentication: new Authentication(settings, database, rateLimits, now),
    pendingLimit: new PendingLimit(database, now),
    signIn: oidc && new SignIn({ settings, database, keys, rateLimits, now }, oidc),
  };
}

const LOSES_ON_FAILOVER =
  'The database has standbys, but no commit waits for them: comments with a receipt can be lost when the primary dies. Set synchronous_standby_names (Patroni: synchronous_mode), and leave synchronous_commit on. 数据库有备库，但提交时不等待备库：主库损坏时，已给回执的评论可能丢失。请设置 synchronous_standby_names（Patroni 为 synchronous_mode），并保持 synchronous_commit 为 on。';

/**
 * Opens the database and makes the service ready; `service.app.listen()` starts it.
 *
 * @throws StartProblem when the database cannot be used
 */
export async function createService(
  settings: Settings,
  options: ServiceOptions = {},
): Promise<Service> {
  const { databaseUrl, databaseReadUrl, databasePool, databaseWait } = settings;
  const database = await openDatabase(
    databaseUrl,
    databasePool,
    databaseWait * 1000,
    options.onWait ?? (() => undefined),
  );
  const standby = databaseReadUrl ? await openStandby(databaseReadUrl, databasePool) : undefined;
  const reading = new Reading(database, standby);
  const context = contextOf(settings, database, reading, options.now ?? Date.now);
  await mergePaths(database, context.now());
  const app = await buildApp(context, options);
  if (await mayLoseOnFailover(database)) app.log.warn(LOSES_ON_FAILOVER);
  const closeApp = closer(app, settings.shutdownSeconds * 1000);
  const logFailure = (message: string) => (error: unknown) => {
    app.log.error({ failure: describeFailure(error) }, message);
  };
  const linking = new AuditLinking(
    database,
    logFailure('entries of the audit wait to be linked; tried again every second'),
  );
  const retention = new Retention(context);
  let sweeping = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping
      .then(() => retention.sweep())
      .catch(logFailure('retention failed; tried again in an hour'));
    return sweeping;
  };
  const timer = setInterval(() => void sweep(), SWEEP_INTERVAL);
  timer.unref();
  // Begins when the service answers: a start does not wait for what is due.
  app.server.once('listening', () => void sweep());
  return {
    app,
    sweep,
    link: () => linking.link(),
    close: async () => {
      clearInterval(timer);
      retention.end();
      await closeApp();
      await sweeping;
      await linking.close();
      await reading.close();
      await database.destroy();
    },
  };
}

/** Makes the OpenAPI document of the service. It is the same whatever the configuration. */
export async function openApiDocument(): Promise<string> {
  const { configuration } = firstConfiguration();
  const settings = {
    ...(configuration as Settings),
    databaseUrl: 'file::memory:',
    logLevel: 'silent',
    sites: {},
  };
  const service = await createService(settings as unknown as Settings);
  const document = service.app.swagger({ yaml: true });
  await service.close();
  return document;
}
