import { expect, waitUntil } from '@open-wc/testing';
import { define } from '../../src/index.js';
import { FakeServer } from '../fixtures/fake-server.js';

define();

const START = window.location.href;

describe('a relative endpoint', () => {
  afterEach(() => history.replaceState(null, '', START));

  for (const [tag, path] of [
    ['customs-comment-count', '/office/comments/v1/sites/s/counts'],
    ['customs-comment-box', '/office/comments/v1/capabilities'],
  ] as const) {
    it(`stays where it was when the page goes elsewhere: ${tag}`, async () => {
      const server = new FakeServer();
      server.text(path, '{}', 500);
      history.replaceState(null, '', '/office/a');
      const element = document.createElement(tag);
      Object.assign(element, { endpoint: 'comments', site: 's' });
      document.body.append(element);
      await waitUntil(() => server.requests.length === 1);
      history.pushState({}, '', '/elsewhere/deeper/b');
      await waitUntil(() => server.requests.length > 1);
      expect(new Set(server.requests)).to.deep.equal(new Set([path]));
      element.remove();
      server.close();
    });
  }
});
