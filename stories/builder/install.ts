/* Commands for a terminal, and code for an application. */
import { optionText } from './markup.js';
import type { Part, Situation } from './types.js';

/** Name of the webmaster's JSON file in commands and imports. */
export const JSON_FILE = 'agency.json';

/** Writes the command that prints the rendered element. */
export function commandText(situation: Situation, format: 'shadow' | 'html'): string {
  const { element, attributes, json, folder, prefix, choices, fallback } = situation;
  const src = String(attributes['src'] ?? '');
  const options: Record<string, string | true> = {
    ...attributes,
    ...((json || src) && {
      data: json ? JSON_FILE : (/[^/\\?#]+\.json(?=$|[?#])/.exec(src)?.[0] ?? JSON_FILE),
    }),
    ...(prefix !== 'customs' && { prefix }),
    ...(format === 'html' && { format }),
    ...(choices.styles === 'files' && element.agency && { styles: folder }),
    ...(!element.agency ? { fallback } : format === 'shadow' && { fallback: 'plain' }),
  };
  const texts = Object.entries(options).map(([name, value]) => optionText(name, value));
  return ['npx customs-widgets render', element.name, ...texts].join(' ');
}

const importJson = (name: string, from: string): string =>
  `import ${name} from '${from}' with { type: 'json' };`;

/** Writes the lines that register the element, or all, under its prefix. */
function registration({ choices, element, prefix, tag }: Situation): {
  readonly imports: readonly string[];
  readonly calls: readonly string[];
} {
  const { className, name } = element;
  if (choices.files === 'all') {
    return prefix === 'customs'
      ? { imports: ["import 'customs-widgets/define';"], calls: [] }
      : {
          imports: ["import { define } from 'customs-widgets';"],
          calls: [`define({ prefix: '${prefix}' });`],
        };
  }
  return prefix === 'customs'
    ? { imports: [`import 'customs-widgets/${name}/define';`], calls: [] }
    : {
        imports: [`import { ${className} } from 'customs-widgets/${name}';`],
        calls: [`${className}.define('${tag}');`],
      };
}

/** Writes the command that installs the package, and the module of an application. */
export function npmParts(situation: Situation): readonly Part[] {
  const { attributes, json, tag, element, lang } = situation;
  const registered = registration(situation);
  const [imports, calls] = [[...registered.imports], [...registered.calls]];
  if (lang === 'en') {
    imports.push(
      "import { provideStrings } from 'customs-widgets';",
      importJson('strings', 'customs-widgets/strings/en.json'),
    );
    calls.unshift("provideStrings('en', strings);");
  }
  if (element.agency && !attributes['src']) {
    const from = json
      ? `./${JSON_FILE}`
      : `customs-widgets/agency/${attributes['agency']}/${lang}.json`;
    imports.push(importJson('agency', from));
    calls.push(`document.querySelector('${tag}').data = agency;`);
  }
  // Merges two imports of the same module.
  const merged = imports
    .join('\n')
    .replace(
      /import \{ define \} from 'customs-widgets';\nimport \{ provideStrings \}/,
      'import { define, provideStrings }',
    );
  const code = [merged, calls.join('\n')].filter(Boolean).join('\n\n');
  return [
    { kind: 'shell', label: 'install', code: 'npm install customs-widgets' },
    { kind: 'js', label: 'module', code },
  ];
}
