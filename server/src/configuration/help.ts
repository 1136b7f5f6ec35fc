/* What `--help` prints, made of the settings. */
import type { Language } from '../words/language.js';
import { descriptionsIn } from './descriptions.js';
import { ENVIRONMENT, ModeratorSettings, Settings, SiteSettings } from './settings.js';
import { commandWords } from '../words/command.js';

interface Schema {
  default?: unknown;
  enum?: string[];
  properties?: Record<string, Schema>;
}

type Words = ReturnType<typeof commandWords>;

/** Finds the sentence of a setting, under its own path or under one for several: `limits.*.max`. */
const describe = (sentences: Record<string, string>, path: string[]): string | undefined =>
  sentences[path.join('.')] ?? sentences[[...path.slice(0, -2), '*', path.at(-1)].join('.')];

/** Whether a default fits into the line. The settings inside an object have lines of their own. */
const isPlain = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value));

/** Writes one line for each setting, and indents those inside another. */
function lines(
  words: Words,
  sentences: Record<string, string>,
  { properties = {} }: Schema,
  path: string[] = [],
): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const own = [...path, name];
    const { default: value, enum: values } = schema;
    const text = [
      describe(sentences, own),
      values && words.oneOf(values.map((one) => JSON.stringify(one))),
      isPlain(value) && words.byDefault(JSON.stringify(value)),
    ];
    // Skips the points of a privacy notice: the contract explains them.
    const isOpen = !('notice' in (schema.properties ?? {}));
    return [
      `${'  '.repeat(own.length)}${name}  ${text.filter(Boolean).join(words.between)}`,
      ...(isOpen ? lines(words, sentences, schema, own) : []),
    ];
  });
}

/** Writes the whole text in one language. */
export function helpText(language: Language): string {
  const words = commandWords(language);
  const { settings, moderator, site } = descriptionsIn(language);
  const list = (sentences: Record<string, string>, schema: unknown): string =>
    lines(words, sentences, schema as Schema).join('\n');
  const variables = Object.entries(ENVIRONMENT)
    .map(([setting, variable]) => `  ${variable.padEnd(15)}${setting}`)
    .join('\n');

  return `${words.usage}
${variables}
  SECRET_FILE    ${words.secretFile}
  OIDC_CLIENT_SECRET_FILE
                 ${words.clientSecretFile}

${words.settings}
${list(settings, Settings)}

${words.moderator}
${list(moderator, ModeratorSettings)}

${words.site}
${list(site, SiteSettings)}
`;
}
