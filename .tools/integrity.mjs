/* dist/cdn/integrity.json: the size and the hash of each file, for `integrity` attributes and for copies to be checked. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const NAME = 'integrity.json';

const cdn = join(root, 'dist/cdn');

/** The files of dist/cdn that pages use. A map is larger than its file, and who works on the sources has npm. */
export const publishedFiles = () =>
  readdirSync(cdn, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.endsWith('.map') && statSync(join(cdn, name)).isFile())
    .sort();

/** The hash of a file, as the attribute `integrity` has it. */
export const integrityOf = (content, algorithm = 'sha384') =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

export function writeIntegrity() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = publishedFiles().filter((name) => name !== NAME);
  const files = Object.fromEntries(
    names.map((name) => {
      const content = readFileSync(join(cdn, name));
      return [name, { bytes: content.length, integrity: integrityOf(content) }];
    }),
  );
  writeFileSync(join(cdn, NAME), `${JSON.stringify({ version, files }, null, 2)}\n`);
}
