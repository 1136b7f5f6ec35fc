/* Builds dist/: the npm modules with types and data, the JSON Schema, the script-tag files, the manifest and what
 * editors and frameworks read; and server/dist/: the comment service, whose OpenAPI document goes into dist/ too. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeArchive } from './archive.mjs';
import { writeIntegrity } from './integrity.mjs';
import { writePacks } from './packs.mjs';
import { installPackages, root, run } from './project.mjs';
import { byKey } from './string-keys.mjs';

/** Writes a file, and the folder that it lies in. */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

installPackages();
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });

const node = (file, ...args) => run(process.execPath, [join(root, file), ...args]);
node('.tools/prepare.mjs', 'publish');
node('.tools/compile.mjs');
node('.tools/tokens.mjs', 'build');

for (const [from, beside, publish] of [
  ['agency/gacc', 'gacc', (agency) => agency],
  ['base/language/strings', 'strings', byKey],
]) {
  for (const name of readdirSync(join(root, 'src', from))) {
    const value = publish(JSON.parse(readFileSync(join(root, 'src', from, name), 'utf8')));
    write(join(dist, from, name), `${JSON.stringify(value, null, 2)}\n`);
    write(join(dist, 'cdn', beside, name), JSON.stringify(value));
  }
}

// Types of the JSON files; the compiler copies no declarations.
for (const file of ['agency/agency-json.d.ts', 'base/language/strings-json.d.ts']) {
  cpSync(join(root, 'src', file), join(dist, file));
}

node('node_modules/rollup/dist/bin/rollup', '--config', '--silent');
writePacks();
for (const file of ['frame/frame.html', 'frame/frame.css', 'space.css']) {
  cpSync(join(root, 'src/page', file), join(dist, 'cdn', basename(file)));
}
node('.tools/manifest.mjs', 'build');
cpSync(join(dist, 'custom-elements.json'), join(dist, 'demo/custom-elements.json'));
const { writeEditorData } = await import('./editor-data.mjs');
writeEditorData();
const { writeFrameworkTypes } = await import('./framework-types.mjs');
await writeFrameworkTypes();
node('.tools/stylesheets.mjs');
node('.tools/build-server.mjs');
cpSync(join(root, 'server/dist/openapi.yaml'), join(dist, 'openapi.yaml'));
writeIntegrity();
writeArchive();
console.log('Built dist/.');
