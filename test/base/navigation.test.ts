import { expect, waitUntil } from '@open-wc/testing';
import { CustomsAgencyPage, CustomsDutyList, CustomsProfileCard } from '../../src/index.js';
import { followAddress } from '../../src/base/reader/navigation.js';
import { sample } from '../fixtures/agencies.js';
import { FakeServer } from '../fixtures/fake-server.js';
import { part, parts, place, textOf, within } from '../fixtures/page.js';
import { replace } from '../fixtures/replace.js';

for (const one of [CustomsAgencyPage, CustomsDutyList, CustomsProfileCard]) one.define();

const START = window.location.href;
const at = (path: string): string => new URL(path, START).href;

describe('the address of the page', () => {
  beforeEach(() => history.replaceState(null, '', '/a?x=1'));
  afterEach(() => history.replaceState(null, '', START));

  it('is that of today in deep links, after each kind of navigation', async () => {
    const element = await place('customs-duty-list', sample);
    const link = (): string | null => part(element, 'number').getAttribute('href');
    expect(link()).to.equal(at('/a?x=1#duty-1'));
    history.pushState(null, '', '/b');
    await waitUntil(() => link() === at('/b#duty-1'));
    history.replaceState(null, '', '/b?x=2');
    await waitUntil(() => link() === at('/b?x=2#duty-1'));
    history.back();
    await waitUntil(() => link() === at('/a?x=1#duty-1'));
    history.pushState(null, '', '#/home');
    await waitUntil(() => link() === at('/a?x=1#/home'));
  });

  it('is that of today in a QR code of the page, and in contents', async () => {
    const card = await place('customs-profile-card', sample, (one) => {
      one.variant = 'full';
      one.qr = 'page';
    });
    const page = await place('customs-agency-page', sample);
    await waitUntil(() => parts(page, 'contents-link').length);
    await waitUntil(() => within(card).querySelector('[part=qr-code]:not([viewBox="0 0 1 1"])'));
    const code = (): string => part(card, 'qr-code').innerHTML;
    const before = code();
    history.pushState(null, '', '/another/page');
    const link = part(card, 'qr').querySelector('a')!;
    await waitUntil(() => link.href === at('/another/page'));
    expect(code()).to.not.equal(before);
    await waitUntil(() =>
      (part(page, 'contents-link') as HTMLAnchorElement).href.startsWith(at('/another/page#')),
    );
  });

  it('leaves the data of an element alone, whose `src` was relative to the page before', async () => {
    const server = new FakeServer();
    try {
      server.answer('/folder/police.json', () => new Response(JSON.stringify(sample)));
      server.down('/other/police.json');
      history.replaceState(null, '', '/folder/');
      const element = await place('customs-duty-list', undefined, (one) => {
        one.src = 'police.json';
      });
      await waitUntil(() => parts(element, 'duty').length);
      history.pushState(null, '', '/other/');
      await waitUntil(() =>
        (part(element, 'number') as HTMLAnchorElement).href.startsWith(at('/other/#')),
      );
      expect(parts(element, 'error')).to.have.length(0);
      expect(textOf(within(element))).to.contain(sample.duties!.items[0]!.title);
    } finally {
      server.close();
    }
  });

  for (const [name, navigation] of [
    ['with the Navigation API', window.navigation],
    ['without it', undefined],
    ['where an element has its name', document.createElement('nav')],
    ['where a variable of the page has its name', { items: [] }],
  ] as const) {
    it(`is followed as long as somebody wants it, ${name}`, async () => {
      const restore = replace(window, 'navigation', navigation);
      try {
        let calls = 0;
        const stop = followAddress(() => (calls += 1));
        history.pushState(null, '', '/b');
        document.title += '.';
        await waitUntil(() => calls === 1);
        document.title += '.';
        await Promise.resolve();
        expect(calls, 'nothing has changed').to.equal(1);
        stop();
        history.pushState(null, '', '/c');
        document.title += '.';
        await Promise.resolve();
        expect(calls, 'after the end').to.equal(1);
        history.replaceState(null, '', '/d');
        const first = followAddress(() => (calls += 1));
        history.pushState(null, '', '/e');
        const second = followAddress(() => undefined);
        document.title += '.';
        await waitUntil(() => calls === 2, 'a follower that comes hides a change from another');
        first();
        second();
        history.pushState(null, '', '/c');
        const again = followAddress(() => (calls += 1));
        history.pushState(null, '', '/b');
        document.title += '.';
        await waitUntil(() => calls === 3);
        again();
      } finally {
        restore();
      }
    });
  }

  it('is listened to only while an element is on the page', async () => {
    const listening: unknown[] = [];
    const navigation = {
      [Symbol.toStringTag]: 'Navigation',
      addEventListener: (_: string, listener: unknown) => listening.push(listener),
      removeEventListener: (_: string, listener: unknown) =>
        listening.splice(0, listening.length, ...listening.filter((one) => one !== listener)),
    };
    const { disconnect } = MutationObserver.prototype;
    let disconnected = 0;
    const restoreObserver = replace(
      MutationObserver.prototype,
      'disconnect',
      function (this: MutationObserver) {
        disconnected += 1;
        disconnect.call(this);
      },
    );
    const restore = replace(window, 'navigation', navigation);
    try {
      const element = await place('customs-duty-list', sample);
      expect(listening).to.not.deep.equal([]);
      element.remove();
      expect(listening).to.deep.equal([]);
      restore();
      replace(window, 'navigation', undefined);
      const stop = followAddress(() => undefined);
      disconnected = 0;
      stop();
      expect(disconnected).to.equal(1);
    } finally {
      restoreObserver();
      restore();
    }
  });

  it('is followed without a change of the page’s `history`', () => {
    const { pushState, replaceState } = History.prototype;
    followAddress(() => undefined)();
    expect([history.pushState, history.replaceState]).to.deep.equal([pushState, replaceState]);
    expect(Object.keys(history)).to.deep.equal([]);
  });
});

declare global {
  interface Window {
    readonly navigation?: EventTarget;
  }
}
