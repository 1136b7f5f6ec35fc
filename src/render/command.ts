#!/usr/bin/env node
/* npx customs-widgets: prints elements for pages that are built ahead of time. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Agency } from '../agency/model.js';
import { VERSION } from '../version.js';
import {
  attributesOf,
  builtInAgency,
  ELEMENT_NAMES,
  flagsOf,
  render,
  RenderError,
  renderStructuredData,
  stylesheetOf,
  type ElementName,
  type RenderOptions,
} from './node.js';

const USAGE = `customs-widgets ${VERSION}

  customs-widgets render <element> [options]   the element as HTML
  customs-widgets styles <element> [options]   its style sheet, for a file or for the hash in a policy
  customs-widgets json-ld [options]            the agency as linked data of schema.org

Elements: ${ELEMENT_NAMES.join(', ')}

Options
  --agency <name>      a built-in agency (default: gacc)
  --data <file>        your own agency, as JSON of the published schema
  --lang <tag>         language, as a BCP 47 tag
  --format <format>    shadow: with a declarative shadow root, which the script takes over (default)
                       html: plain HTML that needs no script
  --styles <styles>    inline (default), none, or the address of the folder with the style sheets
  --nonce <nonce>      nonce of inline styles
  --page <address>     address of the page that the element will stand on
  --fallback <html>    HTML for browsers without declarative shadow roots; plain writes the element as such
  --prefix <prefix>    first part of the element's name (default: customs)

Attributes of the element are options too: --filter --numbering decimal --heading-level 3
`;

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

function readData(file: string): Agency {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Agency;
  } catch (error) {
    throw new RenderError(`${file}: ${(error as Error).message}`);
  }
}

function run(args: readonly string[]): string {
  const [command, second = ''] = args;
  if (!command || ['--help', '-h'].some((one) => args.includes(one))) return USAGE;
  if (command === '--version') return VERSION;
  const name = (command === 'json-ld' ? 'profile-card' : second) as ElementName;
  if (!['render', 'styles', 'json-ld'].includes(command)) {
    throw new RenderError(`There is no command "${command}".`, '', USAGE);
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
  if (spare.length) throw new RenderError(`"${spare.join(' ')}" is one word too many.`);
  const { data: file, format = 'shadow', lang, ...rest } = values;
  if (format !== 'shadow' && format !== 'html') {
    throw new RenderError(`There is no format "${String(format)}"; use shadow or html.`);
  }
  const data = file === undefined ? undefined : readData(String(file));
  if (command === 'styles') return stylesheetOf(name, format);
  if (command === 'json-ld') {
    const agency = data ?? builtInAgency(String(values['agency'] ?? 'gacc'), lang as string);
    return renderStructuredData(agency as Agency);
  }
  const given = attributes.filter((one) => values[one] !== undefined);
  return render(name, {
    ...(rest as RenderOptions),
    format,
    data,
    lang: lang as string | undefined,
    attributes: Object.fromEntries(given.map((one) => [one, values[one]!])),
  });
}

try {
  process.stdout.write(`${run(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
