#!/usr/bin/env node
/* npx customs-widgets: prints elements for pages that are built ahead of time. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Agency } from '../agency/model.js';
import { DecodeError } from '../decode.js';
import { VERSION } from '../version.js';
import { commandWords } from './command-words.js';
import { readData } from './read-data.js';
import { summaryOf } from './read-words.js';
import {
  attributesOf,
  builtInAgency,
  flagsOf,
  render,
  RenderError,
  renderStructuredData,
  stylesheetOf,
  type ElementName,
  type RenderOptions,
} from './server.js';

const OPTIONS = {
  data: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
  styles: { type: 'string' },
  nonce: { type: 'string' },
  page: { type: 'string' },
  fallback: { type: 'string' },
  prefix: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Prints the agency, and says on the standard error what to check. */
async function read(args: readonly string[]): Promise<string> {
  const words = commandWords(undefined);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { lang: { type: 'string' }, page: { type: 'string' } },
  });
  const [, file, ...spare] = positionals;
  if (!file) throw new RenderError(words.read.noFile, '', words.usage);
  if (spare.length) throw new RenderError(words.spare(spare.join(' ')));
  // The parser of HTML is for this command alone.
  const { fileOf, NoPageError, readPage } = await import('./read-page.js');
  try {
    const { lang, page } = values as Record<string, string | undefined>;
    const { agency, kind } = readPage(file, { lang, page });
    process.stderr.write(`${summaryOf(file, kind, agency, words.read)}\n`);
    return fileOf(agency);
  } catch (error) {
    if (error instanceof NoPageError) throw new RenderError(words.read.noPage(file));
    if (error instanceof DecodeError) throw new RenderError(words.read.noText(file));
    throw error;
  }
}

function run(args: readonly string[]): string | Promise<string> {
  const [command, second = ''] = args;
  const tag = /(?:^| )--lang[ =](\S+)/.exec(args.join(' '))?.[1];
  const isHelp = !command || ['--help', '-h'].some((one) => args.includes(one));
  // The language of an element is not that of the person at the terminal.
  const words = commandWords(isHelp ? tag : undefined);
  if (isHelp) return words.usage;
  if (command === '--version') return VERSION;
  if (command === 'read') return read(args);
  const name = (command === 'json-ld' ? 'profile-card' : second) as ElementName;
  if (!['render', 'styles', 'json-ld'].includes(command)) {
    throw new RenderError(words.noCommand(command), '', words.usage);
  }
  const attributes = attributesOf(name).filter((attribute) => !(attribute in OPTIONS));
  const flags = flagsOf(name);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        attributes.map((one) => [one, { type: flags.includes(one) ? 'boolean' : 'string' }]),
      ),
      ...OPTIONS,
    },
  });
  const spare = positionals.slice(command === 'json-ld' ? 1 : 2);
  if (spare.length) throw new RenderError(words.spare(spare.join(' ')));
  const { data: file, format = 'shadow', lang, ...rest } = values;
  if (format !== 'shadow' && format !== 'html') {
    throw new RenderError(words.noFormat(String(format)));
  }
  const data = file === undefined ? undefined : readData(String(file), words.language);
  if (command === 'styles') return stylesheetOf(name, format);
  if (command === 'json-ld') {
    const agency = data ?? builtInAgency(String(values['agency'] ?? 'gacc'), lang as string);
    return renderStructuredData(agency as Agency);
  }
  const { styles, nonce, page, fallback, prefix } = rest as RenderOptions;
  const given = attributes.filter((one) => values[one] !== undefined);
  return render(name, {
    ...{ styles, nonce, page, fallback, prefix, format, data },
    lang: lang as string | undefined,
    attributes: Object.fromEntries(given.map((one) => [one, values[one]!])),
  });
}

try {
  process.stdout.write(`${await run(process.argv.slice(2))}\n`);
} catch (error) {
  const { message, code, path } = error as Error & { code?: string; path?: string };
  // Errors of the file system name a path.
  const reason = code && path ? commandWords(undefined).read.notRead(path) : message;
  process.stderr.write(`${reason}\n`);
  process.exitCode = 2;
}
