import { fixture, html } from '@open-wc/testing';
import { define, type AgencyElement } from '../../../src/index.js';
import { FakeServer } from '../../fixtures/fake-server.js';

define();

/** What every element that shows a part of an agency promises. */
export const ELEMENTS = {
  'customs-profile-card': { shows: '示例局负责示例。', breaks: 'summary', empty: undefined },
  'customs-duty-list': { shows: '拟订甲的制度。', breaks: 'duties', empty: 'duties' },
  'customs-rank-ladder': { shows: '一级长', breaks: 'ranks', empty: 'ranks' },
  'customs-link-list': { shows: '相关机构', breaks: 'links', empty: 'links' },
  'customs-agency-page': { shows: '一级长', breaks: 'duties', empty: undefined },
} as const;

/** What the author wrote inside an element. */
export const FALLBACK = '<p>没有脚本时读这里</p>';
export const fallback = (element: Element): Element => element.querySelector('p')!;

export const isShown = (element: Element): boolean => element.getBoundingClientRect().height > 0;

/** One of the elements, and the server that it asks. */
class Subject {
  server!: FakeServer;

  constructor(readonly tag: keyof typeof ELEMENTS) {}

  /** Names an address. Answers are kept for the whole page, so no two tests share one. */
  path(name: string): string {
    return `/${name}-${this.tag}-${this.server.id}.json`;
  }

  create(): AgencyElement {
    return document.createElement(this.tag) as AgencyElement;
  }

  /** Puts the element into the page, around what the author wrote, as `change` leaves it. */
  async place(change: (element: AgencyElement) => void): Promise<AgencyElement> {
    const element = this.create();
    element.innerHTML = FALLBACK;
    change(element);
    (await fixture(html`<div></div>`)).append(element);
    await element.updateComplete;
    return element;
  }
}

/** Describes what every element does. */
export function describeEach(tests: (subject: Subject) => void): void {
  for (const tag of Object.keys(ELEMENTS) as (keyof typeof ELEMENTS)[]) {
    describe(`<${tag}>`, () => {
      const subject = new Subject(tag);
      beforeEach(() => {
        subject.server = new FakeServer();
        document.documentElement.lang = 'zh-Hans';
      });
      afterEach(() => subject.server.close());
      tests(subject);
    });
  }
}
