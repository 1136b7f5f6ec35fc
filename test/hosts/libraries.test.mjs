/* The widgets on pages that load other libraries: they look the same, they work, and the page stays as it was. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { installHosts } from './install.mjs';
import { LATE, LIBRARIES, STYLED } from './libraries.mjs';
import { isHere, openHosts } from './site.mjs';
import { differenceOf, visit } from './visit.mjs';

installHosts();

const SKIPPED = 'needs packages of Debian, and the right to install them';

let hosts;
let clean;
before(async () => {
  hosts = await openHosts();
  clean = await visit(hosts.open, { isModule: true }, { widths: [800, 360] });
});
after(() => hosts.close());

describe('on a page without any library, the widgets', () => {
  it('work, and leave the page as it was', () => {
    assert.ifError(clean.failure);
    assert.deepEqual(clean.changes, []);
    assert.deepEqual(clean.faults, []);
  });
});

for (const [name, host] of Object.entries(LIBRARIES)) {
  const skip = !isHere(host) && SKIPPED;
  describe(`on a page with ${name}, the widgets`, { skip }, () => {
    let visited;
    before(async () => (visited = await visit(hosts.open, host)));

    it('look the same', async () => assert.equal(await differenceOf(clean, visited), ''));

    it('work', () => {
      assert.ifError(visited.failure);
      assert.deepEqual(visited.faults, []);
    });

    it('leave it as it was', () => assert.deepEqual(visited.changes, []));
  });
}

describe('the widget for a whole page', () => {
  let cleanWhole;
  before(async () => {
    const options = { widths: [800, 360] };
    cleanWhole = await visit(hosts.open, { isModule: true, isWhole: true }, options);
  });

  for (const name of STYLED) {
    it(`looks the same and works beside ${name}`, async () => {
      const look = async () => {
        const visited = await visit(hosts.open, { ...LIBRARIES[name], isWhole: true });
        assert.ifError(visited.failure);
        assert.deepEqual(visited.faults, []);
        return differenceOf(cleanWhole, visited);
      };
      // Now and then, Chromium puts the text of a select a pixel lower. What a host changes comes again.
      assert.equal((await look()) && (await look()), '');
    });
  }

  for (const name of LATE) {
    const host = { ...LIBRARIES[name], isLate: true, isWhole: true };
    it(`works if ${name} comes after it`, { skip: !isHere(host) && SKIPPED }, async () => {
      const { failure, faults } = await visit(hosts.open, host);
      assert.ifError(failure);
      assert.deepEqual(faults, []);
    });
  }
});
