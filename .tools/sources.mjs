/* Generates sources: strings, definitions, version, lists of classes and plain renderers. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

buildStrings();
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
  `/** Version of this copy of the library, as in package.json. */\nexport const VERSION = '${version}';\n`,
);
writeFileSync(join(rooms, 'all.ts'), classes);
writeFileSync(join(rooms, 'all-plain.ts'), plainHtml);
