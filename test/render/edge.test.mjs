/* Rendering with nothing of Node and nothing of a browser: in a context of V8 with less than edge runtimes have. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { root } from '../../.tools/project.mjs';

/** How bundlers for such runtimes choose from what a package offers. */
const TARGETS = {
  'a neutral platform': { platform: 'neutral' },
  'workerd, of Cloudflare': { conditions: ['workerd', 'worker', 'browser'] },
  'the edge of Vercel': { conditions: ['edge-light', 'browser'] },
};

const PROGRAM = `
  import { render, stylesheetOf } from 'customs-widgets/render';
  export const chinese = render('agency-page');
  export const english = render('agency-page', { lang: 'en', format: 'html' });
  export const styles = stylesheetOf('duty-list');
`;

const { render, stylesheetOf } = await import('customs-widgets/render');

describe('A program with the renderer in it', () => {
  for (const [target, options] of Object.entries(TARGETS)) {
    it(`renders the same in a bare context, bundled for ${target}`, async () => {
      const { outputFiles, warnings } = await build({
        stdin: { contents: PROGRAM, resolveDir: root },
        bundle: true,
        format: 'iife',
        globalName: 'program',
        write: false,
        logLevel: 'silent',
        ...options,
      });
      assert.deepEqual(warnings, []);
      const context = createContext({ TextEncoder, URL, btoa });
      runInContext(outputFiles[0].text, context);
      const { chinese, english, styles } = context.program;
      assert.equal(chinese, render('agency-page'));
      assert.equal(english, render('agency-page', { lang: 'en', format: 'html' }));
      assert.equal(styles, stylesheetOf('duty-list'));
    });
  }
});
