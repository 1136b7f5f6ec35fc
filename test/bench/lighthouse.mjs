/* Whole pages, judged by Lighthouse as a telephone sees them. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { demoService } from '../../.tools/demo-service.mjs';
import { serve } from '../../.tools/serve.mjs';
import { heading, row, target } from './report.mjs';
import { contenders } from './scripts.mjs';

/** Page of the demo → the least score of its performance; all other scores have to be 100. */
const PAGES = { '': 99, 'script.html': 95, 'builder.html': 95 };

/** Judges the pages of the demo. */
export async function judgePages({ browser }) {
  const entry = join(contenders, 'node_modules/lighthouse/core/index.js');
  const { default: lighthouse } = await import(pathToFileURL(entry));
  const { service } = await demoService();
  const { url, close } = await serve(0, {}, service);
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
