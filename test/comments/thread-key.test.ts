import { expect } from '@open-wc/testing';
import { keyOfPath } from '../../src/comments/thread-key.js';
import { PATHS } from '../../server/conformance/src/paths.js';

describe('the thread of a page', () => {
  it('is one for all ways to write its path, as in the service', () => {
    for (const [key, ...others] of PATHS) {
      for (const path of [key, ...others]) expect(keyOfPath(path), path).to.equal(key);
    }
    expect(new Set(PATHS.map(([key]) => key)).size).to.equal(PATHS.length);
  });

  it('is one for what a browser makes of a path', () => {
    for (const [key, ...others] of PATHS) {
      for (const path of [key, ...others]) {
        // Two slashes at the start would name another host.
        if (path.startsWith('//') || path.includes('%2541')) continue;
        expect(keyOfPath(new URL(path, 'https://example.cn').pathname), path).to.equal(key);
      }
    }
  });

  it('is none without a path of the page’s own', () => {
    for (const address of ['about:srcdoc', 'about:blank', 'data:text/html,x', 'blob:https://a/b']) {
      expect(keyOfPath(new URL(address).pathname), address).to.equal('');
    }
  });

  it('is none where its key would be longer than the service takes', () => {
    const bytes = (count: number): string => `/${'海'.repeat(170)}${'x'.repeat(count - 511)}`;
    expect(keyOfPath(bytes(512))).to.have.length(172);
    expect(keyOfPath(encodeURI(bytes(512)))).to.equal(bytes(512));
    expect(keyOfPath(bytes(513))).to.equal('');
  });
});
