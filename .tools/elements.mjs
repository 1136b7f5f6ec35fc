/* The table of the elements as the tools read it: from its source, so that they can before anything is compiled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { root } from './project.mjs';

const source = readFileSync(join(root, 'src/elements.ts'), 'utf8');
const { code } = transformSync(source, { loader: 'ts', format: 'esm' });

export const { ELEMENTS, ELEMENT_NAMES, tagOf } = await import(
  `data:text/javascript,${encodeURIComponent(code)}`
);

/** The name of an element's class: `CustomsDutyList`. */
export const classNameOf = (name) =>
  `Customs${name.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}`;
