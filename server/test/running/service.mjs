/* The service as operators run it: a process of its own. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeToken } from '../../dist/index.js';
import { freePort, scratchFolder } from './databases.mjs';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export const administrator = makeToken();
export const moderator = makeToken();

const notice = {
  handler: '示例机关，电话 12345',
  purpose: '审核、展示评论并作出回复',
  means: '人工审核后公开',
  kinds: '评论内容、称呼',
  retention: '公开期间',
  rights: '凭回执撤回',
};

export const ORIGIN = 'https://www.example.gov.cn';

/** Settings of a site that limits nothing, so that tests can hurry. */
export const openSite = (overrides = {}) => ({
  origins: [ORIGIN],
  contact: 'optional',
  captcha: [],
  captchaCost: 10,
  officialName: '示例机关',
  consent: { version: '1', notice: { 'zh-Hans': notice } },
  limits: { comments: { max: 0 }, challenges: { max: 0 }, reports: { max: 0 } },
  ...overrides,
});

/** Settings of a service with one site, `customs`. */
export const settingsOf = (databaseUrl, site = {}, overrides = {}) => ({
  databaseUrl,
  secret: 'a secret for tests, 32 characters and more',
  port: 0,
  moderators: [
    { name: '李审核', role: 'administrator', sites: ['*'], tokenHash: administrator.tokenHash },
    { name: '王审核', role: 'moderator', sites: ['*'], tokenHash: moderator.tokenHash },
  ],
  sites: { customs: openSite(site) },
  ...overrides,
});

/** Runs the command until it ends. */
export async function runCommand(args, { cwd, env = {} } = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (errors += data));
  const [code] = await once(child, 'close');
  return { code, output, errors };
}

/** Waits for a condition. */
export async function until(condition) {
  for (;;) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until the service answers, or its process has ended. */
async function whenHealthy(url, child) {
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}.`);
    return (await fetch(`${url}/healthz`).catch(() => undefined))?.ok;
  });
}

/**
 * Launches the service.
 *
 * @param test - the test or suite that it is for; it is ended after it
 * @param settings - the configuration, written to a file
 */
export async function launchService(test, settings, { env = {} } = {}) {
  const port = settings.port || (await freePort());
  const file = join(scratchFolder(test), `${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify({ ...settings, port }));
  const child = spawn(process.execPath, [MAIN, '--config', file], {
    env: { PATH: process.env.PATH, ...env },
  });
  let log = '';
  child.stdout.on('data', (data) => (log += data));
  child.stderr.on('data', (data) => (log += data));
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  test.after(() => end('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    /** Waits until it answers. */
    ready: () =>
      whenHealthy(url, child).catch((error) => {
        throw new Error(`${error.message}\n${log}`, { cause: error });
      }),
    /** What it has logged. */
    log: () => log,
    /** Ends it at once, as a loss of power does. */
    kill: () => end('SIGKILL'),
    /** Asks it to end. */
    stop: () => end('SIGTERM'),
    ended,
  };
}

/** Launches the service and waits until it answers. */
export async function startService(test, settings, options) {
  const service = await launchService(test, settings, options);
  await service.ready();
  return service;
}
