/* Runs the service inside the process of the test, which sets its clock and reads its log. */
import { openCode } from '../../dist/captcha/code.js';
import { checkSettings, createService } from '../../dist/index.js';
import { Keys } from '../../dist/configuration/keys.js';
import { send } from './client.mjs';
import { DATABASES } from './databases.mjs';
import { settingsOf } from './service.mjs';

/** Opens the service, and closes it after the test. This takes a tenth of the time of a process. */
export async function openService(test, given) {
  const clock = { now: Date.now() };
  const lines = [];
  const settings = checkSettings({ logLevel: 'info', ...given });
  const service = await createService(settings, {
    now: () => clock.now,
    logStream: { write: (line) => lines.push(line) },
  });
  test.after(() => service.close());
  await service.app.listen({ port: settings.port, host: '127.0.0.1' });
  const { port } = service.app.server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    lines,
    service,
    keys: new Keys(settings.secret),
    /** The SQLite file. */
    path: settings.databaseUrl.slice('file:'.length),
  };
}

/** Opens the service with one site, on SQLite. */
export const insideService = (test, site = {}, overrides = {}) =>
  openService(test, settingsOf(DATABASES.SQLite(test), site, overrides));

/** Solves a captcha with the secret of the service: only its holder knows the digits. */
export async function typedCode({ url, keys }, thread, write = (digits) => digits) {
  const { body } = await send(url, 'POST', '/v1/challenges', {
    site: 'customs',
    thread,
    kind: 'code',
  });
  return { kind: 'code', payload: `${body.id}:${write(openCode(keys, body.id).digits)}` };
}
