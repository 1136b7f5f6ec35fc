/* Writes the style sheets of what a server renders into dist/cdn, for pages whose policy allows no inline styles. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const { ELEMENT_NAMES, needsData, stylesheetOf } = await import('../dist/render/node.js');
const write = (name, text) => writeFileSync(join(root, 'dist/cdn', `${name}.css`), text);
for (const name of ELEMENT_NAMES.filter(needsData)) {
  write(name, stylesheetOf(name));
}
write('plain', stylesheetOf('duty-list', 'html'));
