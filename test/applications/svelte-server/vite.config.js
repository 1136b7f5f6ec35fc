import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  plugins: [svelte({ preprocess: vitePreprocess() })],
  // The plug-in does this for packages that the package.json of an application names.
  ssr: { noExternal: ['customs-widgets'] },
};
