/*
 * Documents the elements from the doc comments of their sources: dist/custom-elements.json, and what editors and
 * frameworks read of it.
 */
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';
import { ELEMENT_NAMES } from '../.tools/project.mjs';
import { outputs } from '../.tools/manifest-outputs.mjs';
import { elementsOnly, publicMembers } from '../.tools/manifest-plugins.mjs';

const outdir = 'dist';

/** The bases, then the rooms of the elements in the order of the table. */
const FOLDERS = ['base/element', ...ELEMENT_NAMES.map((name) => `elements/${name}`)];

export default {
  globs: FOLDERS.map((folder) => `src/${folder}/**/*.ts`),
  outdir,
  litelement: true,
  packagejson: false,
  overrideModuleCreation({ ts, globs }) {
    const files = getTsProgram(ts, globs, 'tsconfig.json').getSourceFiles();
    return FOLDERS.flatMap((folder) =>
      files.filter(({ fileName }) => fileName.includes(`/src/${folder}/`)),
    );
  },
  plugins: [publicMembers(), typeParserPlugin(), elementsOnly(), outputs({ outdir })],
};
