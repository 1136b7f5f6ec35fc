/* Renders the seed page of the demo on the server, as the documentation advises. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsData, render } from '../../dist/server/render.js';

const root = join(import.meta.dirname, '../..');

const demo = join(root, 'stories/demo');
const TAG = /<customs-([a-z-]+)([^>]*)>\s*<\/customs-\1>/g;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;

/** Renders the elements without content. Comments stay with their service. */
function renderElements(html) {
  return html.replace(TAG, (tag, name, written) => {
    if (!needsData(name)) return tag;
    const pairs = [...written.matchAll(ATTRIBUTE)].map(([, key, value = true]) => [key, value]);
    const attributes = Object.fromEntries(pairs);
    const file = attributes.src && join(root, 'stories', attributes.src);
    const data = file && JSON.parse(readFileSync(file, 'utf8'));
    // The page sets the language, and readers may change it there.
    return render(name, { attributes, data }).replace(/ lang="[^"]*"/, '');
  });
}

/** Renders the page, and lists the hashes by which a strict policy allows its styles. */
export function renderedDemo() {
  const page = readFileSync(join(demo, 'script.html'), 'utf8');
  const { files } = JSON.parse(readFileSync(join(root, 'dist/cdn/integrity.json'), 'utf8'));
  const hashes = Object.entries(files)
    .filter(([name]) => /^[a-z-]+\.css$/.test(name))
    .map(([, { integrity }]) => `'${integrity}'`);
  const html = renderElements(page)
    .replace('cdn/customs-widgets.js', 'cdn/take-over.js')
    // Rendered elements need no reserved space.
    .replace('<link rel="stylesheet" href="cdn/space.css" />', '');
  return { html, hashes: hashes.join(' ') };
}
