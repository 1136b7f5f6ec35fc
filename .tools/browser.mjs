/* Finds a Chromium-based browser, and installs one when the machine has none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) =>
    process.env[name]
      ? [
          join(process.env[name], 'Google/Chrome/Application/chrome.exe'),
          join(process.env[name], 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
];

/** Flags for a browser that runs tests: no window, no profile of its own, no talk to its maker. */
export const BROWSER_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Packages of Debian and its relatives; needs root. */
function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium with apt …');
  const options = { stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return PLACES.find(existsSync);
}

/** Playwright's own download, kept inside node_modules so that it goes with the checkout. */
function installWithPlaywright() {
  console.log("Installing Chromium with Playwright's installer …");
  const folder = join(root, 'node_modules/.cache/browsers');
  const { status } = spawnSync('npx', ['--yes', 'playwright@1.64.1', 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder },
  });
  if (status !== 0) return undefined;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(chrome|chrome\.exe|Chromium)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))[0];
}

/** The path of a browser that starts; ends the command with advice when there is none. */
export async function browserPath() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) {
    console.error(`CHROME_PATH names ${named}, which does not exist.`);
    process.exit(1);
  }
  const path = named ?? PLACES.find(existsSync) ?? installWithApt() ?? installWithPlaywright();
  if (!path) {
    console.error(
      'No browser was found and none could be installed. Install Chrome, Chromium or Edge, or set CHROME_PATH.',
    );
    process.exit(1);
  }
  if (process.platform !== 'win32') execFileSync(path, ['--version'], { stdio: 'ignore' });
  return path;
}
