/*
 * The folder of the project, its version, and its table of elements, read from its source so that nothing has to be
 * compiled before.
 */
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

/** The name of an element's class: `CustomsDutyList`. */
export const classNameOf = (name) =>
  `Customs${name.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}`;
