/* Scripts of the contenders, each bundled as its manual advises, and ours as published. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installIn } from '../fixtures/install-packages.mjs';
import { COMPONENTS } from './contenders/markup.mjs';
import { ELEMENTS } from './content.mjs';

export const contenders = fileURLToPath(new URL('contenders/', import.meta.url));
const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

/** Packages of Shoelace, and of its successor Web Awesome. Both are imported from `dist/`. */
const LIBRARIES = { shoelace: '@shoelace-style/shoelace', 'web-awesome': '@awesome.me/webawesome' };

/** Source of each script, by name. */
function entries() {
  const bare = Object.entries(ELEMENTS).map(([name, element]) => [
    `lit-${name}`,
    `import { plain } from '../../../dist/elements/${element}/plain.js';
     import { defineBare } from './lit.js';
     defineBare((speaker, data) => plain(speaker, data, true));`,
  ]);
  const ofLibraries = Object.entries(LIBRARIES).flatMap(([library, packageName]) =>
    Object.entries(COMPONENTS).map(([name, components]) => [
      `${library}-${name}`,
      components
        .map((component) => `import '${packageName}/dist/components/${component}/${component}.js';`)
        .join('\n'),
    ]),
  );
  const bareComments = `import { renderComments } from './comments.js';
    import { defineBare } from './lit.js';
    defineBare((_, { items }) => renderComments(items));`;
  return Object.fromEntries([
    ...bare,
    ...ofLibraries,
    ['lit-comments', bareComments],
    ['waline', `import './waline.js';`],
  ]);
}

/** Puts every script and style sheet on the site. */
export async function putScripts(site) {
  installIn(contenders, 'Shoelace, Web Awesome, Waline and Lighthouse', '--ignore-scripts');
  for (const [name, contents] of Object.entries(entries())) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: contenders },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      logLevel: 'error',
    });
    site.put(`/${name}.js`, outputFiles[0].contents);
  }
  for (const [name, file] of [
    ['waline', '@waline/client/dist/waline.css'],
    ['shoelace', '@shoelace-style/shoelace/dist/themes/light.css'],
    ['web-awesome', '@awesome.me/webawesome/dist/styles/themes/default.css'],
  ]) {
    const { outputFiles } = await build({
      entryPoints: [join(contenders, 'node_modules', file)],
      bundle: true,
      minify: true,
      write: false,
      logLevel: 'error',
    });
    site.put(`/${name}.css`, outputFiles[0].contents);
  }
  for (const file of readdirSync(cdn, { recursive: true })) {
    if (/\.(js|css|json)$/.test(file)) site.put(`/cdn/${file}`, readFileSync(join(cdn, file)));
  }
}
