/* Runs the service and its commands as operators do, each in a process of its own. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeToken } from '../../dist/moderation/tokens.js';
import { freePort, scratchFolder } from './databases.mjs';

const commandOf = (path) => fileURLToPath(new URL(path, import.meta.url));
export const MAIN = commandOf('../../dist/main.js');
export const CONFORMANCE = commandOf('../../conformance/dist/conformance/src/main.js');

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

const LIMITS = [
  ...['comments', 'typedCodes', 'wrongCaptchas', 'challenges', 'media', 'sounds', 'reports'],
  ...['thread', 'site', 'siteTypedCodes'],
];

/** Settings of a site without limits, so that tests can send as fast as they like. */
export const openSite = (overrides = {}) => ({
  origins: [ORIGIN],
  contact: 'optional',
  captcha: [],
  captchaCost: 10,
  officialName: '示例机关',
  consent: { version: '1', notice: { 'zh-Hans': notice } },
  pendingLimit: 0,
  limits: Object.fromEntries(LIMITS.map((limit) => [limit, { max: 0 }])),
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

/** Runs a command until it ends. */
export async function runCommand(args, { command = MAIN, cwd, env = {} } = {}) {
  const child = spawn(process.execPath, [command, ...args], {
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

/** How long a test waits for anything, milliseconds: a loaded machine is slow, but not as slow as this. */
const PATIENCE = 120_000;

/**
 * Waits for a condition.
 *
 * @throws Error that shows a condition that never comes
 */
export async function until(condition) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Launches the service.
 *
 * @param test - the test or suite that it is for, and ends with
 * @param settings - the configuration, written to a file
 */
export async function launchService(test, settings, { env = {} } = {}) {
  // The system chooses the port, and the log names it. A silent service gets a free one.
  const isSilent = settings.logLevel === 'silent' || env.LOG_LEVEL === 'silent';
  let port = settings.port || (isSilent ? await freePort() : 0);
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
  const isHealthy = async () => {
    if (child.exitCode !== null)
      throw new Error(`The service ended with ${child.exitCode}.\n${log}`);
    port ||= Number(/Server listening at http:[^"]*:(\d+)/.exec(log)?.[1] ?? 0);
    if (!port) return false;
    return (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.ok;
  };
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    get port() {
      return port;
    },
    pid: child.pid,
    /** Waits until it answers. */
    ready: () => until(isHealthy),
    /** What it has logged. */
    log: () => log,
    /** Ends it at once, as a power failure does. */
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
