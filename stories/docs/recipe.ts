/* Code of the recipes, read from the files that their live examples use. */
import { withVersion } from '../builder/markup.js';

const files: Record<string, string> = import.meta.glob(
  [
    '../recipes/*.{html,ts,mjs,json}',
    '../../test/applications/*/App.{tsx,vue,svelte}',
    '../../test/applications/server-rendered/*/*.{config.ts,html,js,py}',
    '../../test/applications/server-rendered/*/{app,server,src,templates}/**/*.{astro,html,svelte,ts,tsx,vue}',
    '../../test/unit-runners/*.{spec,config}.mjs',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const LANGUAGES: Readonly<Record<string, string>> = {
  astro: 'html',
  html: 'html',
  js: 'js',
  json: 'json',
  mjs: 'js',
  py: 'python',
  ts: 'ts',
  tsx: 'tsx',
  vue: 'html',
  svelte: 'html',
};

/** Reads the code of a file and finds its language. */
export function codeOf(name: string): { readonly code: string; readonly language: string } {
  const folders = ['../recipes', '../../test/applications', '../../test/unit-runners'];
  const [code] = folders.flatMap((folder) => files[`${folder}/${name}`] ?? []);
  if (code === undefined) throw new Error(`There is no ${name}.`);
  return { code, language: LANGUAGES[name.split('.').pop()!]! };
}

/** A glob, because the build makes this file. */
const [hashes] = Object.values(
  import.meta.glob<{ version: string; files: Record<string, { integrity: string }> }>(
    '../../dist/cdn/integrity.json',
    { eager: true, import: 'default' },
  ),
);

/** Writes the tag for a script file with its hash. */
export function scriptTag(file: string): string {
  const versioned = withVersion(file, hashes?.version ?? '');
  const integrity = hashes?.files[versioned]?.integrity ?? '';
  return `<script type="module" src="/customs-widgets/${versioned}" integrity="${integrity}" crossorigin></script>`;
}
