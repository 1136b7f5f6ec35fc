/* Fixes what differs between machines and days, so a page always looks the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { root } from '../../../.tools/project.mjs';

const fontFolder = join(root, 'node_modules/@fontsource-variable');
const FONT_PATH = '/picture-fonts';
const FONTS = ['noto-sans-sc', 'noto-sans-arabic'];

const NOW = Date.parse('2026-11-24T12:00:00+08:00');

/** Letters render with their true widths, in shades of grey, whatever the system settings are. */
export const STEADY_FLAGS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--lang=en-US',
];

/** Fonts of the tests. Storybook is published without them. */
const faces = FONTS.map((name) =>
  readFileSync(join(fontFolder, name, 'index.css'), 'utf8').replaceAll(
    'url(./',
    `url(${FONT_PATH}/${name}/`,
  ),
).join('\n');

const STYLES = `${faces}
*, *::before, *::after {
  font-family: 'Noto Sans SC Variable', 'Noto Sans Arabic Variable' !important;
  text-rendering: geometricPrecision !important;
  caret-color: transparent !important;
  animation: none !important;
  transition: none !important;
}
/* An image has no way to the fonts of the page. */
[part~='captcha-image'] {
  visibility: hidden !important;
}`;

const fonts = sirv(fontFolder, { maxAge: 86_400, immutable: true });

/** Responds to requests for fonts. Returns true if it was one. */
export function serveFonts(request, response) {
  if (!request.url.startsWith(FONT_PATH)) return false;
  request.url = request.url.slice(FONT_PATH.length);
  fonts(request, response);
  return true;
}

/** Runs in the page, before its own scripts. */
function holdStill(now, styles) {
  window.Date = class extends Date {
    constructor(...parts) {
      super(...(parts.length ? parts : [now]));
    }
    static now = () => now;
  };
  let seed = 1;
  // The generator of Park and Miller makes the same random numbers each time.
  Math.random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  window.steadyStyles = new CSSStyleSheet();
  window.steadyStyles.replaceSync(styles);
  document.adoptedStyleSheets.push(window.steadyStyles);
}

/** Prepares a page before it shows anything. */
export async function keepSteady(page) {
  await page.evaluateOnNewDocument(holdStill, NOW, STYLES);
  await page.emulateTimezone('Asia/Shanghai');
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const session = await page.createCDPSession();
  await session.send('Emulation.setLocaleOverride', { locale: 'en-US' });
  // The focus outline is part of the picture, whichever window is in front.
  await page.emulateFocusedPage(true);
}

/** Runs in the page: adds the styles to shadow roots, where document styles do not apply. */
export function steadyShadows() {
  const reach = (within) => {
    for (const { shadowRoot } of within.querySelectorAll('*')) {
      if (!shadowRoot) continue;
      shadowRoot.adoptedStyleSheets.push(window.steadyStyles);
      reach(shadowRoot);
    }
  };
  reach(document);
}
