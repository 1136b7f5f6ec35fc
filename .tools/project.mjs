/* Provides folder, version and table of elements. Reads the table from its source, so no build is needed first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

export const root = join(import.meta.dirname, '..');

export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const source = readFileSync(join(root, 'src/elements.ts'), 'utf8');
const { code } = transformSync(source, { loader: 'ts', format: 'esm' });

export const { ELEMENTS, ELEMENT_NAMES, tagOf } = await import(
  `data:text/javascript,${encodeURIComponent(code)}`
);

/** Returns the class name of an element: `CustomsDutyList`. */
export const classNameOf = (name) =>
  `Customs${name.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}`;
