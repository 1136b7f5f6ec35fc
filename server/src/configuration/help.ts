/* What `--help` prints, made of the settings. */
import { ENVIRONMENT, ModeratorSettings, Settings, SiteSettings } from './settings.js';
import { DEFAULT_FILE } from './read.js';

interface Described {
  default?: unknown;
  enum?: string[];
  description?: string;
  properties?: Record<string, Described>;
}

/** One setting a line, those inside it further in. */
function lines(properties: Record<string, Described>, indent: number): string[] {
  return Object.entries(properties).flatMap(
    ([name, { default: value, description, ...schema }]) => {
      const isPlain = value !== null && (typeof value !== 'object' || Array.isArray(value));
      const text = [
        description,
        schema.enum && `One of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}.`,
        value !== undefined && isPlain && `Default: ${JSON.stringify(value)}.`,
      ]
        .filter(Boolean)
        .join(' ');
      const isOpen = schema.properties && !('notice' in schema.properties);
      return [
        `${' '.repeat(indent)}${name}${text ? `  ${text}` : ''}`,
        ...(isOpen ? lines(schema.properties!, indent + 2) : []),
      ];
    },
  );
}

/** The whole text. */
export const helpText = (): string =>
  `Usage: customs-comment-server [command] [--config FILE]

Commands:
  (none)         starts the service
  init           writes ${DEFAULT_FILE} with a new secret and the token of a first administrator
  token NAME     prints a new token for a moderator, and the lines for the configuration
  check          reads the configuration and says what is wrong with it
  backup FILE    copies a SQLite database, also while the service runs
  openapi        prints the OpenAPI document of the service
  help, --help   prints this text
  --version      prints the version

The settings are in a JSON file: the one of --config, of the variable CONFIG, or ${DEFAULT_FILE}
in the present folder. These variables override it:
${Object.entries(ENVIRONMENT)
  .map(([setting, variable]) => `  ${variable.padEnd(15)}${setting}`)
  .join('\n')}
  SECRET_FILE    a file that holds the secret

Settings:
${lines(Settings.properties as unknown as Record<string, Described>, 2).join('\n')}

Settings of a moderator:
${lines(ModeratorSettings.properties as unknown as Record<string, Described>, 2).join('\n')}

Settings of a site:
${lines(SiteSettings.properties as unknown as Record<string, Described>, 2).join('\n')}
`;
