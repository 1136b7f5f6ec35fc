/* Lighthouse scores of whole pages on a phone. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { demoService } from '../../stories/server/comment-service.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { heading, row, target } from './report.mjs';
import { contenders } from './scripts.mjs';

/** A documentation page, served beside the demo here. */
const DOCUMENTATION = 'rank-ladder.html';

/** Page → minimum performance score. All other scores have to be 100. */
const PAGES = { '': 99, 'script.html': 95, 'builder.html': 95, [DOCUMENTATION]: 99 };

/** Reads the documentation page as a server sends it. Builds the documentation if it is missing. */
function documentation() {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const file = join(root, 'dist/storybook', DOCUMENTATION);
  if (!existsSync(file)) {
    console.log('Building the documentation …');
    spawnSync('npm', ['run', 'storybook:build'], { cwd: root, stdio: 'ignore' });
  }
  const body = gzipSync(readFileSync(file));
  return (_, response) => {
    response.removeHeader('content-security-policy');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-encoding', 'gzip').end(body);
  };
}

/** Scores the pages of the demo, and one of the documentation. */
export async function judgePages({ browser }) {
  const entry = join(contenders, 'node_modules/lighthouse/core/index.js');
  const { default: lighthouse } = await import(pathToFileURL(entry));
  const { service } = await demoService();
  const { url, close } = await serve(0, { [`/${DOCUMENTATION}`]: documentation() }, service);
  const port = Number(new URL(browser.wsEndpoint()).port);
  heading('Lighthouse, telephone');
  row('', 'performance', 'access', 'practices', 'search', 'shift', 'blocked ms');
  for (const [path, least] of Object.entries(PAGES)) {
    const { lhr } = await lighthouse(url + path, { port, logLevel: 'error' });
    const scores = Object.values(lhr.categories).map(({ score }) => Math.round(score * 100));
    const value = (audit) => lhr.audits[audit].numericValue;
    const shift = value('cumulative-layout-shift');
    const name = path || 'rendered';
    row(name, ...scores, shift.toFixed(3), value('total-blocking-time').toFixed(0));
    const [performance, ...others] = scores;
    target(`${name}: performance`, performance, least, { digits: 0, atLeast: true });
    target(`${name}: the least of the others`, Math.min(...others), 100, {
      digits: 0,
      atLeast: true,
    });
    target(`${name}: shift`, shift, 0, { digits: 3 });
  }
  await close();
  await service.close();
}
