/* The source files of the widgets and of the comment service, and their texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The source files of a folder: their paths in the project → their texts. */
const textsOf = (folder) =>
  new Map(
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );

export const widgets = textsOf('src');
export const service = textsOf('server/src');
