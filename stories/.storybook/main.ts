import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';

/** Other folders of the site: the recipes, the embed builder and the agency editor, and the files they load. */
const BESIDE = {
  '../recipes': '/recipes',
  '../docs/llms.txt': '/llms.txt',
  '../demo/builder.html': '/builder.html',
  '../demo/editor.html': '/editor.html',
  '../../dist/cdn': '/cdn',
  '../../dist/demo': '/bundle',
  '../../dist/schema': '/schema',
};

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../*.stories.ts', '../docs/*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Before the first build some folders are missing. Their frames stay empty, but the stories work.
  staticDirs: Object.entries(BESIDE)
    .filter(([from]) => existsSync(fileURLToPath(new URL(from, import.meta.url))))
    .map(([from, to]) => ({ from, to })),
};

export default config;
