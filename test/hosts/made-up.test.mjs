/* The widgets on made-up pages: the smallest of each kind that has broken a widget. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MADE_UP, XHTML } from './made-up.mjs';
import { openHosts } from './site.mjs';
import { differenceOf, visit } from './visit.mjs';

let hosts;
let clean;
before(async () => {
  hosts = await openHosts();
  clean = await visit(hosts.open, {}, { widths: [800, 360] });
});
after(() => hosts.close());

for (const [name, host] of Object.entries(MADE_UP)) {
  describe(`on a page ${name}, the widgets`, () => {
    let visited;
    before(async () => (visited = await visit(hosts.open, host)));

    it('look the same', { skip: host.cannotCompare }, async () =>
      assert.equal(await differenceOf(clean, visited), ''),
    );

    it(host.isOnlySeen ? 'show all' : 'work', () => {
      assert.ifError(visited.failure);
      assert.deepEqual(visited.faults, []);
    });

    it('leave it as it was', () => assert.deepEqual(visited.changes, []));
  });
}

it('a page of XHTML keeps what its author wrote in the widgets, if they cannot show more', async () => {
  const { page, world } = await hosts.open(XHTML);
  await page.waitForNetworkIdle();
  const [all, seen] = await world.run(() => {
    const heights = [...document.body.children].map((one) => one.getBoundingClientRect().height);
    return [heights.length, heights.filter((height) => height > 15).length];
  });
  assert.equal(all, 5);
  assert.equal(seen, all);
  await page.close();
});
