/* The package where there is no page: applications run their code for browsers on a server too. */
import assert from 'node:assert/strict';
import { it } from 'node:test';

it('setBasePath changes nothing where there is no page, and throws nothing', async () => {
  const { setBasePath } = await import('../../dist/index.js');
  assert.equal(globalThis.document, undefined);
  assert.doesNotThrow(() => setBasePath('/assets/customs-widgets/'));
});
