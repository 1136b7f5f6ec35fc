import { expect } from '@open-wc/testing';
import { bringFile, setBasePath } from '../src/library-file.js';
import { FakeServer } from './fixtures/fake-server.js';
import { warningsOf } from './fixtures/page.js';

const { signal } = new AbortController();
const load = (): Promise<{ default: unknown }> => Promise.resolve({ default: 'module' });

describe('a file of the library', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => {
    server.close();
    setBasePath(undefined);
  });

  it('is a module that bundlers follow, and no request', async () => {
    expect(await bringFile({ path: 'set/one', load }, signal)).to.equal('module');
    expect(server.requests).to.deep.equal([]);
  });

  for (const folder of ['/assets/widgets', '/assets/widgets/']) {
    it(`is fetched from the folder that the page names as ${folder}`, async () => {
      server.json('/assets/widgets/set/two.json', 'json');
      setBasePath(folder);
      expect(await bringFile({ path: 'set/two', load }, signal)).to.equal('json');
    });
  }

  for (const [path, provide] of [
    ['set/three', 'provideAgency'],
    ['strings/xx', 'provideStrings'],
  ] as const) {
    it(`that does not load says to use ${provide} or setBasePath`, async () => {
      const lost = (): Promise<never> => Promise.reject(new TypeError('no chunk'));
      let error: unknown;
      const warnings = await warningsOf(async () => {
        error = await bringFile({ path, load: lost }, signal).catch((thrown: unknown) => thrown);
      });
      expect(error).to.include({ name: 'RequestError', kind: 'offline', url: path });
      expect(warnings.join()).to.contain(
        `${path} did not load. Use ${provide}(), or setBasePath()`,
      );
    });
  }

  it('is not looked for in a folder without an address', () => {
    expect(() => setBasePath('http://[')).to.throw(TypeError);
  });
});
