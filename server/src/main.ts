#!/usr/bin/env node
/* The command customs-comment-server. Each of its commands loads only what it needs. */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigurationProblem } from './configuration/problem.js';
import type { Settings } from './configuration/settings.js';
import { askOffice, officeNames } from './configuration/office.js';
import { DEFAULT_FILE, firstConfiguration } from './configuration/template.js';
import { commandWords } from './words/command.js';
import { StartProblem } from './storage/start-problem.js';
import { VERSION } from './version.js';
import { type Language, LANGUAGES, terminalLanguage } from './words/language.js';

/** What the command speaks. `--lang` changes it. */
let language = terminalLanguage(process.env);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * How many connections wait to be taken. Node takes one in each turn of its loop; those that find no room to wait come back
 * seconds later.
 */
const BACKLOG = 4096;

/** Starts the service. On SIGTERM or SIGINT it finishes the open requests and ends. */
async function start(settings: Settings): Promise<void> {
  const { createService } = await import('./service.js');
  const onWait = () => process.stderr.write(`${commandWords(language).waiting}\n`);
  const service = await createService(settings, { onWait });
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
    await service.app.listen({ host, port, backlog: BACKLOG });
  } catch (error) {
    await service.close();
    const { code = 'unknown' } = error as { code?: string };
    throw new StartProblem(code === 'EADDRINUSE' ? 'port-taken' : 'no-listening', {
      address: `${host}:${port}`,
      code,
    });
  }
}

type Words = ReturnType<typeof commandWords>;

/** Writes the first configuration. It asks a person at a terminal for the names of the office. */
async function init(words: Words, given: string[] = []): Promise<void> {
  if (existsSync(DEFAULT_FILE)) throw new ConfigurationProblem(words.isThere);
  const isAsked = given.length === 0 && process.stdin.isTTY;
  const office = officeNames(isAsked ? await askOffice(words.askOffice) : given);
  const { configuration, token } = firstConfiguration(office);
  writeFileSync(DEFAULT_FILE, `${JSON.stringify(configuration, null, 2)}\n`, { mode: 0o600 });
  say(words.wrote);
  say(`${words.administratorToken} ${token}`);
}

async function backup(words: Words, settings: Settings, file: string): Promise<void> {
  const { backUp } = await import('./storage/database.js');
  await backUp(settings.databaseUrl, file);
  say(words.copied(file));
}

/** Merges the threads of equal paths, or two that the operator names, and says which. */
async function merge(
  words: Words,
  settings: Settings,
  [from, to]: string[],
  { site = '', 'dry-run': isDry = false }: { site?: string; 'dry-run'?: boolean },
): Promise<void> {
  if (from !== undefined && (to === undefined || !Object.hasOwn(settings.sites, site))) {
    throw new ConfigurationProblem(words.namePair(Object.keys(settings.sites)));
  }
  const { checkThreadKey } = await import('./comments/submissions.js');
  const { openAsItIs, openDatabase } = await import('./storage/database.js');
  const { findPair, findPaths, merge: bringTogether } = await import('./storage/merge.js');
  const { databaseUrl } = settings;
  const database = isDry
    ? await openAsItIs(databaseUrl)
    : await openDatabase(databaseUrl, 1, 0, () => undefined);
  try {
    const found =
      from === undefined || to === undefined
        ? await findPaths(database)
        : await findPair(database, site, from, checkThreadKey(to));
    if (!found) throw new ConfigurationProblem(words.noThread(site, from!));
    for (const one of found) {
      if (!isDry) await bringTogether(database, one, Date.now());
      say(words.merged(one.site, one.from, one.to, one.comments));
    }
    say(isDry ? words.dryRun(found.length) : words.mergedAll(found.length));
  } finally {
    await database.destroy();
  }
}

/** Finds the language: that of `--lang`, else that of the terminal. */
function languageOf(tag: string | undefined): Language {
  if (tag === undefined) return language;
  const named = LANGUAGES.find((one) => one === tag);
  if (!named) throw new ConfigurationProblem(commandWords(language).noLanguage(tag));
  return named;
}

async function run(): Promise<void> {
  // Lets only the service read its databases, copies and configurations.
  process.umask(0o077);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
      site: { type: 'string' },
      head: { type: 'string' },
      office: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
      role: { type: 'string' },
      sites: { type: 'string' },
      days: { type: 'string' },
      line: { type: 'boolean' },
    },
  });
  const [command = 'start', argument] = positionals;
  language = languageOf(values.lang);
  const words = commandWords(language);
  const read = async () => {
    const { readConfiguration } = await import('./configuration/read.js');
    return readConfiguration(process.env, values.config);
  };
  if (values.help || command === 'help') {
    const { helpText } = await import('./configuration/help.js');
    say(helpText(language));
  } else if (values.version) say(VERSION);
  else if (command === 'openapi') {
    const { openApiDocument } = await import('./service.js');
    process.stdout.write(await openApiDocument());
  } else if (command === 'start') await start(await read());
  else if (command === 'init') await init(words, values.office);
  else if (command === 'token') {
    if (!argument) throw new ConfigurationProblem(words.nameModerator);
    const { printLine, tokenCommand } = await import('./commands/token.js');
    const speech = { say, words, language };
    if (values.line) printLine(speech, argument);
    else await tokenCommand(speech, await read(), positionals.slice(1), values);
  } else if (command === 'check') {
    await read();
    say(words.complete);
  } else if (command === 'backup') {
    if (!argument) throw new ConfigurationProblem(words.nameCopy);
    await backup(words, await read(), argument);
  } else if (command === 'merge') {
    await merge(words, await read(), positionals.slice(1), values);
  } else if (command === 'audit' && argument === 'verify') {
    const { verifyAudit } = await import('./commands/audit.js');
    process.exitCode = await verifyAudit(words, await read(), values, say);
  } else throw new ConfigurationProblem(words.noCommand(command));
}

run().catch((error: unknown) => {
  const { code = '', message } = error as { code?: string; message: string };
  const isProblem = error instanceof StartProblem;
  const isExplained =
    isProblem || error instanceof ConfigurationProblem || code.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    isExplained
      ? `${isProblem ? error.inWords(language) : message}\n`
      : `The service could not start (${code || 'internal'}).\n`,
  );
  process.exit(isExplained ? 2 : 1);
});
