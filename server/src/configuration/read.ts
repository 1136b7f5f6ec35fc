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
  const secret = found['secret'] ?? secretFrom(environment, 'SECRET_FILE');
  return secret === undefined ? found : { ...found, secret };
}

/** Reads a secret from the file that a variable names. */
function secretFrom(environment: NodeJS.ProcessEnv, variable: string): string | undefined {
  const path = environment[variable];
  if (!path) return undefined;
  if (!existsSync(path)) {
    throw new ConfigurationProblem(`${variable} names a file that does not exist: ${path}`);
  }
  return readFileSync(path, 'utf8').trim();
}

/** Puts the client's secret into the settings of the identity provider, where a variable names its file. */
function withClientSecret(value: Record<string, unknown>, environment: NodeJS.ProcessEnv): unknown {
  const clientSecret = secretFrom(environment, 'OIDC_CLIENT_SECRET_FILE');
  const staff = value['staff'] as { oidc?: object } | undefined;
  if (clientSecret === undefined || !staff?.oidc) return value;
  return { ...value, staff: { ...staff, oidc: { ...staff.oidc, clientSecret } } };
}

/** Refuses sites that there are not, where a setting gives somebody some. */
function checkSites(
  { sites: known }: Settings,
  setting: string,
  given: readonly (readonly [name: string, sites: readonly string[]])[],
): void {
  for (const [name, sites] of given) {
    const unknown = sites.find((site) => site !== '*' && !Object.hasOwn(known, site));
    if (unknown !== undefined) {
      throw new ConfigurationProblem(
        `The setting "${setting}" gives "${name}" the site "${unknown}", which "sites" does not have.`,
      );
    }
  }
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
  if (settings.databaseReadUrl && settings.databaseUrl.startsWith('file:')) {
    throw new ConfigurationProblem(
      'The setting "databaseReadUrl" needs a PostgreSQL in "databaseUrl" too.',
    );
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
  const { oidc } = settings.staff ?? {};
  if (oidc && !settings.publicUrl) {
    throw new ConfigurationProblem(
      'The setting "staff.oidc" needs "publicUrl": the identity provider sends people back to that address.',
    );
  }
  checkSites(
    settings,
    'moderators',
    settings.moderators.map(({ name, sites }) => [name, sites]),
  );
  const roles = Object.entries(oidc?.roles ?? {});
  checkSites(
    settings,
    'staff.oidc.roles',
    roles.map(([value, { sites }]) => [value, sites]),
  );
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
  return checkSettings(
    withClientSecret({ ...readFile(path), ...fromEnvironment(environment) }, environment),
  );
}
