/* Every element and every entry, without a browser. Every runner runs this file. */
import 'customs-widgets/define';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';

const OFFICE = {
  id: 'office',
  lang: 'en',
  name: 'Port Office of Exampleton',
  summary: 'Plans the ports.',
  url: 'https://port.example.org/',
  duties: {
    items: [
      { id: 'plan', title: 'Plans ports.' },
      { id: 'open', title: 'Opens ports.' },
    ],
  },
  links: [{ label: 'Tides', url: 'https://port.example.org/tides' }],
};
const SHOWN = {
  'customs-profile-card': 'Port Office of Exampleton',
  'customs-duty-list': 'Plans ports.',
  'customs-link-list': 'Tides',
  'customs-agency-page': 'Port Office of Exampleton',
};

/** What should never happen: errors, and words on the console. */
const faults = [];
const note = (...words) => {
  const text = words.map(String).join(' ');
  // The development build of Lit gives its own advice.
  if (!text.includes('lit.dev/msg')) faults.push(text);
};
const { error, warn } = console;
beforeEach(() => {
  document.documentElement.lang = 'en';
  Object.assign(console, { error: note, warn: note });
  window.addEventListener('error', noteEvent);
});
afterEach(() => {
  document.body.replaceChildren();
  Object.assign(console, { error, warn });
  window.removeEventListener('error', noteEvent);
  expect(faults.splice(0)).toEqual([]);
});
const noteEvent = ({ message }) => note(message);

const heard = (target, name) =>
  new Promise((resolve) => {
    target.addEventListener(name, ({ detail }) => resolve(detail), { once: true });
  });

/** Adds an element with properties, and waits until it shows its data. */
async function show(tag, properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  const ready = heard(element, 'customs-ready');
  document.body.append(element);
  await ready;
  return element;
}

/** Waits for what no event tells. */
async function until(isThere) {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve));
}

/** Text of an element, and of those that it draws. */
const textOf = ({ shadowRoot }) =>
  [shadowRoot, ...[...shadowRoot.querySelectorAll('*')].map((inside) => inside.shadowRoot)]
    .map((root) => root?.querySelector('.frame')?.textContent ?? '')
    .join(' ');

describe('Every entry', () => {
  for (const entry of JSON.parse(process.env.ENTRIES)) {
    it(`${entry} can be imported`, async () => {
      expect(Object.keys(await import(/* @vite-ignore */ entry))).toBeDefined();
    });
  }
});

describe('A box and a count', () => {
  for (const tag of ['customs-comment-box', 'customs-comment-count']) {
    it(`show the comments of the test: ${tag}`, async () => {
      const element = document.createElement(tag);
      element.provider = new MemoryCommentProvider();
      document.body.append(element);
      await until(() => element.shadowRoot.textContent.includes('Comments'));
    });
  }
});

describe('An element', () => {
  for (const [tag, text] of Object.entries(SHOWN)) {
    it(`shows the data of the test: ${tag}`, async () => {
      const element = await show(tag, { data: OFFICE });
      expect(textOf(element)).toContain(text);
    });
  }

  it('shows the agency of the library, without a server', async () => {
    const element = await show('customs-rank-ladder');
    expect(textOf(element)).toContain('Customs Commissioner-General');
    document.documentElement.lang = 'zh-CN';
    await heard(element, 'customs-ready');
    expect(textOf(element)).toContain('海关总监');
  });

  it('says that its address has no answer', async () => {
    const element = document.createElement('customs-duty-list');
    const failed = heard(element, 'customs-error');
    document.body.append(Object.assign(element, { src: 'http://127.0.0.1:9/agency.json' }));
    expect((await failed).problems.map(({ code }) => code)).toEqual(['network']);
    expect(faults.splice(0).join()).toContain('agency.json cannot be read');
  });
});

describe('A reader', () => {
  const controlsIn = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches('a, button, summary') ? [element] : []),
      ...(element.shadowRoot ? controlsIn(element.shadowRoot) : []),
    ]);
  const stay = (event) => {
    if (event.composedPath()[0].closest('a')) event.preventDefault();
  };
  beforeEach(() => {
    document.addEventListener('click', stay);
    // No runner prints or navigates. Each says so in an error of its own.
    window.print = () => window.dispatchEvent(new Event('beforeprint'));
  });
  afterEach(() => document.removeEventListener('click', stay));

  for (const tag of Object.keys(SHOWN)) {
    it(`can press everything in ${tag}`, async () => {
      const element = await show(tag, { data: OFFICE, filter: true });
      const controls = controlsIn(element.shadowRoot);
      expect(controls.length).toBeGreaterThan(0);
      for (const control of controls) {
        control.click();
        await element.updateComplete;
      }
    });
  }

  it('gets the contact card as a text where nothing can be saved', async () => {
    const element = await show('customs-profile-card', { data: OFFICE });
    const { shadowRoot } = element;
    controlsIn(shadowRoot)
      .find(({ textContent }) => textContent.includes('Save'))
      .click();
    await until(() => shadowRoot.querySelector('[part=by-hand]'));
    expect(shadowRoot.querySelector('[part=by-hand]').value).toContain('ORG:Port Office');
  });
});
