/* Holds still what differs from machine to machine and from day to day, so that a page always looks the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../.tools/project.mjs';

const NOW = Date.parse('2026-11-24T12:00:00+08:00');

/** Letters are drawn with their true widths, in shades of grey, whatever the system is set to. */
export const STEADY_FLAGS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--lang=en-US',
];

/** Where the letters come from: Storybook is published without them. */
const faces = ['noto-sans-sc', 'noto-sans-arabic'].map((name) => {
  const path = `@fontsource-variable/${name}`;
  const styles = readFileSync(join(root, 'node_modules', path, 'index.css'), 'utf8');
  return styles.replaceAll('url(./', `url(/${path}/`);
});

const STYLES = `${faces.join('\n')}
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

/** Runs in the page, before its own scripts. */
function holdStill(now, styles) {
  window.Date = class extends Date {
    constructor(...parts) {
      super(...(parts.length ? parts : [now]));
    }
    static now = () => now;
  };
  let seed = 1;
  // The generator of Park and Miller: what is drawn by lot is drawn alike each time.
  Math.random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  // The styles of a document end at its shadow roots, so those get them with their own.
  const { get, set } = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets');
  Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
    get,
    set(sheets) {
      set.call(this, [...sheets, sheet]);
    },
  });
}

/** Prepares a page, before it shows anything. */
export async function keepSteady(page) {
  await page.evaluateOnNewDocument(holdStill, NOW, STYLES);
  await page.emulateTimezone('Asia/Shanghai');
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const session = await page.createCDPSession();
  await session.send('Emulation.setLocaleOverride', { locale: 'en-US' });
  // The outline of what has the focus is part of the picture, whichever window is in front.
  await page.emulateFocusedPage(true);
}
