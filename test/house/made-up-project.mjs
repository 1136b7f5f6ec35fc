/*
 * A copy of the project with a seventh element: only its room and one row of the table are added.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../.tools/project.mjs';
import { copyProject } from './copied-project.mjs';

/** The limit is too low for the classic script on purpose, and high enough for the module. */
const ROW = `  'made-up': { module: 60, classic: 0.1 },\n`;

const ROOM = {
  'made-up.ts': `import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Agency } from '../../agency/model.js';
import { PROFILE } from '../../agency/parts.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { renderHeading } from '../../base/templates/heading.js';
import { html } from '../../base/templates/html.js';

const MOODS = ['calm', 'merry'] as const;

/**
 * @summary The motto of a public agency.
 * @csspart motto - The motto.
 */
export class CustomsMadeUp extends AgencyElement {
  static override readonly tag = 'customs-made-up';
  static override readonly shows = PROFILE;

  /** How it says so. */
  @property({ accepted: MOODS }) mood: (typeof MOODS)[number] = 'calm';

  /** What it says. */
  @property({ framed: 'any' }) motto = '';

  /** Address of whoever said it first. */
  @property() origin = '';

  protected override renderAgency({ name }: Agency): TemplateResult {
    return html\`\${renderHeading(this.level, name)}
      <p part="motto">\${this.accept('mood')}: \${this.motto}</p>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-made-up': CustomsMadeUp;
  }
}
`,
  'define.ts': `import { CustomsMadeUp } from './made-up.js';

CustomsMadeUp.define();

export type { CustomsMadeUp } from './made-up.js';
`,
  'plain.ts': `import type { Plain } from '../../base/element/plain.js';
import { html } from '../../base/templates/html.js';

/** The motto in plain HTML. */
export const plain: Plain = (_, { name }) => html\`<p>\${name}: made up</p>\`;
`,
};

/** Script files that the tests load, and the parts whose hashes they contain. */
const LOADED =
  /(parts\/[\w.-]+|made-up|customs-widgets|duty-list|diagnose|frame|builder|editor|server\/render)(\.classic)?\.js$/;

/** Leaves out slow parts of the build that do not know the element: most script files. */
function omitRest(folder) {
  const write = (name, text) => writeFileSync(join(folder, name), text);
  cpSync(join(folder, 'rollup.config.mjs'), join(folder, 'rollup.whole.mjs'));
  write(
    'rollup.config.mjs',
    `import whole from './rollup.whole.mjs';
export default (options) => whole(options).filter(({ output }) => ${LOADED}.test(output.file));
`,
  );
}

/**
 * Makes the copy and builds it.
 *
 * @returns its `folder`; `read`, which reads one of its files; `run`, which runs one of its scripts
 * and returns the output; and `remove`, which deletes it
 */
export function buildCopy() {
  const { folder, build, ...copy } = copyProject();
  omitRest(folder);
  const table = join(folder, 'src/elements.ts');
  writeFileSync(table, readFileSync(table, 'utf8').replace('} as const;', `${ROW}} as const;`));
  for (const [name, text] of Object.entries(ROOM)) {
    const file = join(folder, 'src/elements/made-up', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  build();
  // Script files that were left out come from the project, so each has a size.
  cpSync(join(root, 'dist/cdn'), join(folder, 'dist/cdn'), { recursive: true, force: false });
  return { folder, ...copy };
}
