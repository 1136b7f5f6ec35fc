#!/usr/bin/env node
/* The command customs-comment-server. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { helpText } from './configuration/help.js';
import { ConfigurationProblem, DEFAULT_FILE, readConfiguration } from './configuration/read.js';
import type { Settings } from './configuration/settings.js';
import { firstConfiguration } from './configuration/template.js';
import { makeToken } from './moderation/moderators.js';
import { createService, openApiDocument } from './service.js';
import { backUp, StartProblem } from './storage/database.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Starts, and on SIGTERM or SIGINT finishes what is under way before it ends. */
async function start(settings: Settings): Promise<void> {
  const service = await createService(settings);
  const { host, port } = settings;
  let isClosing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isClosing) return;
      isClosing = true;
      service.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  try {
    await service.app.listen({ host, port });
  } catch (error) {
    await service.close();
    const { code = 'unknown' } = error as { code?: string };
    const reason = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
    throw new StartProblem(
      `The address of the settings "host" and "port", ${host}:${port}, ${reason}.`,
    );
  }
}

function init(): void {
  if (existsSync(DEFAULT_FILE)) throw new ConfigurationProblem(`${DEFAULT_FILE} is there already.`);
  const { configuration, token } = firstConfiguration();
  writeFileSync(DEFAULT_FILE, `${JSON.stringify(configuration, null, 2)}\n`, { mode: 0o600 });
  say(`Wrote ${DEFAULT_FILE}. Complete what is marked […] in it, then start the service.`);
  say(`Token of the administrator, shown only now: ${token}`);
}

function token(name: string | undefined): void {
  if (!name)
    throw new ConfigurationProblem('Name the moderator: customs-comment-server token NAME');
  const made = makeToken();
  say(`Token for ${name}, shown only now: ${made.token}`);
  say('For "moderators" in the configuration:');
  say(JSON.stringify({ name, tokenHash: made.tokenHash, role: 'moderator', sites: ['*'] }));
}

async function run(): Promise<void> {
  // Databases, copies and configurations hold what only the service may read.
  process.umask(0o077);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  const [command = 'start', argument] = positionals;
  const read = () => readConfiguration(process.env, values.config);
  if (values.help || command === 'help') say(helpText());
  else if (values.version) {
    const file = new URL('../package.json', import.meta.url);
    say((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version);
  } else if (command === 'openapi') process.stdout.write(await openApiDocument());
  else if (command === 'start') await start(read());
  else if (command === 'init') init();
  else if (command === 'token') token(argument);
  else if (command === 'check') {
    read();
    say('The configuration is complete.');
  } else if (command === 'backup') {
    if (!argument)
      throw new ConfigurationProblem('Name the copy: customs-comment-server backup FILE');
    await backUp(read().databaseUrl, argument);
    say(`The copy is complete: ${argument}`);
  } else throw new ConfigurationProblem(`There is no command "${command}". Try --help.`);
}

run().catch((error: unknown) => {
  const { code = '', message } = error as { code?: string; message: string };
  const isExplained =
    error instanceof ConfigurationProblem ||
    error instanceof StartProblem ||
    code.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    isExplained ? `${message}\n` : `The service could not start (${code || 'internal'}).\n`,
  );
  process.exit(isExplained ? 2 : 1);
});
