/* A made-up project whose files break every rule of imports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Rule → imports that break it: the file, and what it imports. */
export const OFFENCES = {
  'ground-imports-lower-floors': [['src/loader.ts', 'src/agency/model.ts']],
  'agency-imports-lower-floors': [
    ['src/agency/upwards.ts', 'src/base/styles/tokens.ts'],
    ['src/agency/beside.ts', 'src/comments/types.ts'],
    ['src/agency/top.ts', 'src/index.ts'],
  ],
  'comments-imports-lower-floors': [
    ['src/comments/upwards.ts', 'src/base/styles/tokens.ts'],
    ['src/comments/beside.ts', 'src/agency/model.ts'],
  ],
  'base-imports-lower-floors': [['src/base/element/upwards.ts', 'src/elements/card/card.ts']],
  'elements-imports-lower-floors': [
    ['src/elements/card/list.ts', 'src/elements/all.ts'],
    ['src/elements/card/upwards.ts', 'src/page/start.ts'],
  ],
  'lists-imports-lower-floors': [['src/elements/all-plain.ts', 'src/render/render.ts']],
  'render-imports-lower-floors': [
    ['src/render/beside.ts', 'src/page/start.ts'],
    ['src/render/top.ts', 'src/index.ts'],
  ],
  'page-imports-lower-floors': [
    ['src/page/beside.ts', 'src/render/render.ts'],
    ['src/page/top.ts', 'src/define.ts'],
  ],
  'base-language-imports-lower-rooms': [['src/base/language/a.ts', 'src/base/styles/tokens.ts']],
  'base-styles-imports-lower-rooms': [['src/base/styles/a.ts', 'src/base/reader/reader.ts']],
  'base-reader-imports-lower-rooms': [['src/base/reader/a.ts', 'src/base/templates/heading.ts']],
  'base-templates-imports-lower-rooms': [['src/base/templates/a.ts', 'src/base/take-over/b.ts']],
  'base-take-over-imports-lower-rooms': [['src/base/take-over/a.ts', 'src/base/element/b.ts']],
  'no-element-imports-another': [['src/elements/card/beside.ts', 'src/elements/ladder/ladder.ts']],
  'definitions-import-definitions': [
    ['src/elements/card/define.ts', 'src/elements/ladder/steps.ts'],
  ],
  'only-rendering-imports-plain-html': [
    ['src/elements/card/card-text.ts', 'src/elements/card/plain.ts'],
    ['src/page/list.ts', 'src/elements/all-plain.ts'],
  ],
  'no-lit-below-base': [
    ['src/request.ts', 'lit'],
    ['src/agency/decorated.ts', 'lit/decorators.js'],
    ['src/comments/hydrated.ts', '@lit-labs/ssr-client'],
  ],
  'widgets-import-widgets': [
    ['src/page/service.ts', 'server/src/main.ts'],
    ['src/page/data.ts', 'src/page/data.json'],
  ],
  'service-imports-service': [['server/src/widgets.ts', 'src/comments/types.ts']],
  'contract-imports-nobody': [['server/src/contract/comments.ts', 'server/src/main.ts']],
  'no-requests-below-http': [
    ['server/src/storage/upwards.ts', 'server/src/http/routes/public.ts'],
    ['server/src/captcha/request.ts', 'fastify'],
    ['server/src/configuration/plugin.ts', 'fastify-plugin'],
  ],
  'storage-knows-no-problems': [
    ['server/src/storage/results.ts', 'server/src/contract/service-problem.ts'],
  ],
  'conformance-imports-the-contract-only': [['server/conformance/src/a.ts', 'server/src/main.ts']],
  'nobody-imports-tools': [
    ['src/page/tool.ts', '.tools/project.mjs'],
    ['stories/tool.mjs', '.tools/project.mjs'],
    ['server/bench/tool.mjs', '.tools/project.mjs'],
  ],
  'stories-import-no-tests': [['stories/tested.mjs', 'test/room.mjs']],
  'product-imports-no-stories': [
    ['src/page/story.ts', 'stories/sample.ts'],
    ['server/test/story.mjs', 'stories/sample.ts'],
  ],
  // The way back is added to each.
  'no-circles': [
    ['src/base/reader/one.ts', 'src/base/reader/two.ts'],
    ['server/src/storage/one.ts', 'server/src/storage/two.ts'],
    ['stories/one.ts', 'stories/two.ts'],
  ],
  'every-file-is-there': [['src/page/misspelt.ts', './not-there.js']],
};

/** Imports that break no rule. */
export const ALLOWED = [
  ['src/base/element/element.ts', 'lit'],
  ['src/elements/card/card.ts', 'src/base/element/element.ts'],
  ['src/elements/all.ts', 'src/elements/card/card.ts'],
  ['src/elements/page/define.ts', 'src/elements/list/define.ts'],
  ['src/render/render.ts', 'src/elements/card/plain.ts'],
  ['src/page/start.ts', 'src/library.ts'],
  ['src/frameworks/settings.d.ts', './elements.js'],
  ['server/src/http/routes/public.ts', 'fastify'],
  ['server/conformance/src/suite.ts', 'server/src/contract/schemas.ts'],
  ['stories/sample.ts', 'src/index.ts'],
];

/** Every way in which a file can import another. */
export const FORMS = {
  'for its effects': (name) => `import '${name}';`,
  'of a value': (name) => `import { a } from '${name}';\na();`,
  'of a type': (name) => `import type { A } from '${name}';`,
  'of a type in place': (name) => `export type B = import('${name}').A;`,
  'that comes later': (name) => `await import('${name}');`,
  'as an export': (name) => `export * from '${name}';`,
  'as an export of a type': (name) => `export type { A } from '${name}';`,
};

/** The file that imports src/render/render.ts in one of these ways. */
export const fileOf = (form) => `src/agency/${form.replaceAll(' ', '-')}.ts`;

/** Whether it is a file of the project, and no package. */
const isFile = (target) => /^(src|server|stories|test|\.tools)\//.test(target);

/** The name by which a file imports another, or a package. */
function nameOf(target, from) {
  if (!isFile(target)) return target;
  const path = relative(dirname(from), target).replaceAll('\\', '/');
  return path.replace(/^(?!\.)/, './').replace(/\.ts$/, '.js');
}

/** Writes the project into a folder. */
export function writeMadeUpImports(folder) {
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const wayBack = OFFENCES['no-circles'].map(([from, to]) => [to, from]);
  const imports = [...Object.values(OFFENCES).flat(), ...wayBack, ...ALLOWED];
  for (const [, target] of imports) if (isFile(target)) write(target, '');
  for (const [from, to] of imports) write(from, FORMS['for its effects'](nameOf(to, from)));
  for (const [form, textOf] of Object.entries(FORMS)) {
    write(fileOf(form), textOf('../render/render.js'));
  }
}
