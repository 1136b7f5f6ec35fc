/* Builds server/dist: the comment service, and its OpenAPI document. */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, root, run } from './project.mjs';

installPackages();
const server = join(root, 'server');
rmSync(join(server, 'dist'), { recursive: true, force: true });
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.json']);
for (const command of ['main.js', 'conformance/main.js']) {
  chmodSync(join(server, 'dist', command), 0o755);
}
const document = execFileSync(process.execPath, [join(server, 'dist/main.js'), 'openapi']);
writeFileSync(join(server, 'dist/openapi.yaml'), document);
console.log('Built server/dist/.');
