/* The version of this package. */
import { readFileSync } from 'node:fs';

const file = new URL('../package.json', import.meta.url);

/** The version, as `package.json` has it. */
export const { version: VERSION } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
