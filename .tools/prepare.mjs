/*
 * Makes what src takes from elsewhere, before anything reads it: the strings of each language, from locales/, and
 * src/elements/all.ts, the classes of the elements, from the table src/elements.ts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classNameOf, ELEMENT_NAMES } from './elements.mjs';
import { root, run } from './project.mjs';

const lines = (lineOf) => ELEMENT_NAMES.map(lineOf).join('\n');

const classes = `/* Made by .tools/prepare.mjs from the table in src/elements.ts: the class of every element. */
${lines((name) => `import { ${classNameOf(name)} } from './${name}/${name}.js';`)}

export {
${lines((name) => `  ${classNameOf(name)},`)}
};

/** The classes by the names of their elements, in the order of the table. */
export default {
${lines((name) => `  '${name}': ${classNameOf(name)},`)}
};
`;

run(process.execPath, ['.tools/locales.mjs', 'build']);
writeFileSync(join(root, 'src/elements/all.ts'), classes);
console.log(`src/elements/all.ts: ${ELEMENT_NAMES.length} elements`);
