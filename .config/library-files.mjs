/*
 * In script files, the data and strings of the library are JSON beside the script. In the package they are modules,
 * which every bundler follows.
 */
import { resolve } from 'node:path';
import MagicString from 'magic-string';

/** Tables of the modules that bring the files. */
const TABLES = ['agency/data-sets', 'base/language/translations'].map((name) =>
  resolve(`dist/${name}.js`),
);

const NOT_IMPORTED =
  'export const importFile = undefined, explainMissing = () => {}, explainUnset = explainMissing;';

/**
 * Takes the modules out of the tables, and names the folder of the files.
 *
 * @param folder - statement that exports the address of the folder as `LIBRARY_FOLDER`
 */
export const besideLibraryFiles = (folder = 'export const LIBRARY_FOLDER = undefined;') => ({
  name: 'beside-library-files',
  load: (id) => (id === resolve('dist/library-origin.js') ? folder + NOT_IMPORTED : null),
  transform(code, id) {
    if (!TABLES.includes(id)) return null;
    const text = new MagicString(code);
    text.replaceAll(/\(\) => import\([^)]*\)/g, 'undefined');
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});
