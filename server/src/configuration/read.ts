/* Reads the settings from a file and the environment, and says in sentences what is wrong with them. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { ConfigurationProblem } from './problem.js';
import { ENVIRONMENT, Settings } from './settings.js';
import { DEFAULT_FILE, PLACEHOLDER } from './template.js';

const ajv = addFormats.default(
  new Ajv({ allErrors: true, useDefaults: true, allowUnionTypes: true }),
);
const validate = ajv.compile<Settings>(Settings);

const TYPE_NAMES: Record<string, string> = {
  integer: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Says what the setting must be. It leaves out the value, which may be a secret. */
function expectation({ keyword, params, message }: ErrorObject): string {
  const values = params as Record<string, unknown>;
  if (keyword === 'type')
    return `must be ${TYPE_NAMES[String(values['type'])] ?? String(values['type'])}`;
  if (keyword === 'enum') return `must be one of ${JSON.stringify(values['allowedValues'])}`;
  if (keyword === 'minLength') return `must have at least ${String(values['limit'])} characters`;
  if (keyword === 'minProperties' || keyword === 'minItems') return 'must not be empty';
  if (keyword === 'format') return `must be a ${String(values['format'])} such as "2027-06-30"`;
  if (keyword === 'pattern') return `must have the form ${String(values['pattern'])}`;
  return message ?? 'is not valid';
}

function sentence(error: ErrorObject): string {
  const place = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { missingProperty, additionalProperty } = error.params as Record<string, string>;
  const name = [...place, missingProperty ?? additionalProperty ?? []].flat().join('.');
  if (missingProperty) return `The setting "${name}" is missing.`;
  if (additionalProperty) return `The setting "${name}" is not known.`;
  return `The setting "${name}" ${expectation(error)}.`;
}

function readFile(path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    throw new ConfigurationProblem(`The configuration file ${path} ${reason}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigurationProblem(`The configuration file ${path} must hold one JSON object.`);
  }
  return value as Record<string, unknown>;
}

/** Reads the variables of the environment. A text that is a number or a boolean becomes one. */
function fromEnvironment(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [setting, variable] of Object.entries(ENVIRONMENT)) {
    const text = environment[variable];
    if (text === undefined || text === '') continue;
    const isPlain = setting !== 'secret' && /^(true|false|\d{1,9})$/.test(text);
    found[setting] = isPlain ? (JSON.parse(text) as unknown) : text;
  }
  const secretFile = environment['SECRET_FILE'];
  if (secretFile && found['secret'] === undefined) {
    if (!existsSync(secretFile)) {
      throw new ConfigurationProblem(`SECRET_FILE names a file that does not exist: ${secretFile}`);
    }
    found['secret'] = readFileSync(secretFile, 'utf8').trim();
  }
  return found;
}

/** Checks settings and fills in the defaults. */
export function checkSettings(value: unknown): Settings {
  if (JSON.stringify(value).includes(PLACEHOLDER)) {
    throw new ConfigurationProblem(`Complete what is marked ${PLACEHOLDER} in the configuration.`);
  }
  const settings = structuredClone(value);
  if (!validate(settings)) {
    const sentences = (validate.errors ?? [])
      .filter(({ keyword }) => !['anyOf', 'if'].includes(keyword))
      .map(sentence);
    throw new ConfigurationProblem([...new Set(sentences)].join('\n'));
  }
  if (settings.publicUrl && !URL.canParse(settings.publicUrl)) {
    throw new ConfigurationProblem('The setting "publicUrl" is not an address.');
  }
  for (const [name, { origins }] of Object.entries(settings.sites)) {
    // Browsers write an origin in one way; any other spelling would never match.
    const wrong = origins.findIndex(
      (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin,
    );
    if (wrong >= 0) {
      throw new ConfigurationProblem(
        `The setting "sites.${name}.origins.${wrong}" must be written as browsers do: in lower case, without the usual port.`,
      );
    }
  }
  for (const { name, sites } of settings.moderators) {
    const unknown = sites.find((site) => site !== '*' && !Object.hasOwn(settings.sites, site));
    if (unknown !== undefined) {
      throw new ConfigurationProblem(
        `The setting "moderators" gives "${name}" the site "${unknown}", which "sites" does not have.`,
      );
    }
  }
  return settings;
}

/**
 * Reads the configuration; the environment overrides the file.
 *
 * @param file - path of the file, where the command line names one
 * @throws ConfigurationProblem
 */
export function readConfiguration(environment: NodeJS.ProcessEnv, file?: string): Settings {
  const named = file ?? environment['CONFIG'];
  const path = named ?? DEFAULT_FILE;
  if (!existsSync(path)) {
    throw new ConfigurationProblem(
      named
        ? `The configuration file does not exist: ${path}`
        : `There is no configuration. Run "customs-comment-server init" to write ${path}, then edit it.`,
    );
  }
  return checkSettings({ ...readFile(path), ...fromEnvironment(environment) });
}
