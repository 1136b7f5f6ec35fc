/* workerd, the runtime of Cloudflare's workers: a worker that renders its page, without compatibility with Node. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freePort } from '../../../server/test/running/databases.mjs';
import { install } from './install.mjs';
import { runIn, serveFrom } from './process.mjs';

describe('A worker', () => {
  for (const script of ['build', 'build:neutral']) {
    it(`renders its page after npm run ${script}`, async () => {
      const folder = await install('workerd');
      await runIn(folder, ['npm', 'run', script]);
      const address = `127.0.0.1:${await freePort()}`;
      const words = ['npx', 'workerd', 'serve', 'config.capnp', `--socket-addr=http=${address}`];
      const server = await serveFrom(folder, words, `http://${address}`);
      try {
        const response = await fetch(`http://${address}`);
        assert.equal(response.status, 200, server.output());
        const [, shadow] = /<template shadowrootmode="open">([^]*?)<\/template>/.exec(
          await response.text(),
        );
        assert.match(shadow, /Main duties[^]*Keeps order\.[^]*Catches thieves\./);
        assert.doesNotMatch(shadow, /\p{Script=Han}/u);
      } finally {
        await server.end();
      }
    });
  }
});
