/* Express and Fastify: plain servers, whose pages the library renders under a strict policy. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openApplication } from './application.mjs';
import { POLICE, visit } from './visit.mjs';

/** Bundles a server into one file. Packages of Node's old form ask for its modules while they run. */
const bundle = (outfile, ...options) => [
  ...['npx', 'esbuild', 'server.js', '--bundle', '--platform=node', `--outfile=${outfile}`],
  ...options,
];
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

const SERVERS = {
  'of Express, which rendered it once, with its styles in files': [
    'express',
    { start: ['npm', 'start'] },
  ],
  'of Fastify, which renders it for each request, with a nonce for its styles': [
    'fastify',
    { start: ['npm', 'start'] },
  ],
  'that esbuild made one file of, as a module': [
    'fastify',
    {
      build: bundle('build/server.mjs', '--format=esm', `--banner:js=${REQUIRE}`),
      start: ['node', 'build/server.mjs'],
    },
  ],
  'that esbuild made one file of, for require': [
    'fastify',
    { build: bundle('build/server.cjs', '--format=cjs'), start: ['node', 'build/server.cjs'] },
  ],
};

describe('A page under a strict policy', () => {
  for (const [name, [folder, commands]] of Object.entries(SERVERS)) {
    it(`shows the right agency from a server ${name}`, async () => {
      const { browser, address, close } = await openApplication(folder, commands);
      try {
        const policy = (await fetch(address)).headers.get('content-security-policy');
        assert.match(policy, /^default-src 'none'/);
        assert.doesNotMatch(policy, /unsafe/);
        assert.deepEqual(await visit(browser, address, POLICE), []);
      } finally {
        await close();
      }
    });
  }
});
