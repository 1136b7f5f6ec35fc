/* Generates sources: strings, data as modules, definitions, version, lists of classes and plain renderers. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildStrings } from './locales.mjs';
import { classNameOf, ELEMENT_NAMES, root, version } from './project.mjs';
import { definitionsModule } from './schema.mjs';

const rooms = join(root, 'src/elements');
const MADE = 'Made by .tools/sources.mjs from the table in src/elements.ts';

const lines = (names, lineOf) => names.map(lineOf).join('\n');

const classes = `/* ${MADE}: the class of every element. */
${lines(ELEMENT_NAMES, (name) => `import { ${classNameOf(name)} } from './${name}/${name}.js';`)}

export {
${lines(ELEMENT_NAMES, (name) => `  ${classNameOf(name)},`)}
};

/** The classes by the names of their elements, in the order of the table. */
export default {
${lines(ELEMENT_NAMES, (name) => `  '${name}': ${classNameOf(name)},`)}
};
`;

const plain = ELEMENT_NAMES.filter((name) => existsSync(join(rooms, name, 'plain.ts')));

const plainOf = (name) => classNameOf(name).replace('Customs', 'plain');

const plainHtml = `/* ${MADE}: the elements as plain HTML. */
${lines(plain, (name) => `import { plain as ${plainOf(name)} } from './${name}/plain.js';`)}

/** What writes an element as plain HTML, by its name. */
export default {
${lines(plain, (name) => `  '${name}': ${plainOf(name)},`)}
};
`;

/** Languages of the JSON files in a folder. */
const languagesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'));

/** Writes a module beside each JSON file of a folder, because every bundler follows modules. */
function writeModules(folder) {
  for (const language of languagesIn(folder)) {
    const json = JSON.stringify(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')));
    writeFileSync(
      join(folder, `${language}.ts`),
      `/* Made by .tools/sources.mjs from ${language}.json. */\nexport default JSON.parse(${JSON.stringify(json)}) as unknown;\n`,
    );
  }
}

/** A table of languages, with an \`import()\` that bundlers find for each. */
const imports = (languages, folder) =>
  lines(languages, (language) => `  '${language}': () => import('./${folder}/${language}.js'),`);

const stringCount = buildStrings();
const strings = join(root, 'src/base/language/strings');
const gacc = join(root, 'src/agency/gacc');
writeModules(strings);
writeModules(gacc);
writeFileSync(
  join(root, 'src/base/language/translations.ts'),
  `/* Made by .tools/sources.mjs from locales/. */
import type { LibraryFile } from '../../library-origin.js';

/** Brings the strings of each translated locale. */
export const TRANSLATIONS: Readonly<Record<string, LibraryFile['load']>> = {
${imports(languagesIn(strings), 'strings')}
};

/** Number of strings, which every translation has. */
export const STRING_COUNT = ${stringCount};
`,
);
writeFileSync(
  join(root, 'src/agency/data-sets.ts'),
  `/* Made by .tools/sources.mjs from the folder of each agency. */
import type { LibraryFile } from '../library-origin.js';

/** Brings each built-in agency, by its name and language. */
export const DATA_SETS: Readonly<Record<string, Readonly<Record<string, LibraryFile['load']>>>> = {
  gacc: {
${imports(languagesIn(gacc), 'gacc')}
  },
};
`,
);
/** Names a language in code: `zh-Hans` → `gaccZhHans`. */
const nameIn = (set, language) =>
  set + language.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase());
const carried = (set, folder) =>
  lines(languagesIn(join(root, 'src', folder)), (language) => {
    const name = nameIn(set, language);
    return `import ${name} from '../${folder}/${language}.js';`;
  });
const table = (set, languages) =>
  lines(languages, (language) => `  '${language}': ${nameIn(set, language)},`);
writeFileSync(
  join(root, 'src/render/carried.ts'),
  `/* Made by .tools/sources.mjs: what a server needs at once, because it waits for nothing. */
${carried('gacc', 'agency/gacc')}
${carried('strings', 'base/language/strings')}

/** Built-in agencies by name and language. */
export const AGENCIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  gacc: {
${table('gacc', languagesIn(gacc))}
  },
};

/** Strings by locale. */
export const STRINGS: Readonly<Record<string, unknown>> = {
${table('strings', languagesIn(strings))}
};
`,
);
const agency = join(root, 'src/agency');
writeFileSync(
  join(agency, 'definitions.ts'),
  definitionsModule(/^Agency$|Part$/, './references.js'),
);
writeFileSync(
  join(agency, 'parse/data-definitions.ts'),
  definitionsModule(/^AgencyData$/, './written.js', true),
);
writeFileSync(
  join(root, 'src/version.ts'),
  `/** Version of this copy of the library, as in package.json. */
export const VERSION = '${version}';
`,
);
writeFileSync(join(rooms, 'all.ts'), classes);
writeFileSync(join(rooms, 'all-plain.ts'), plainHtml);
