/* Unit tests of an application that uses the elements, for Vitest and Jest alike. */
import 'customs-widgets/comment-box/define';
import 'customs-widgets/duty-list/define';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';

const office = {
  id: 'office',
  lang: 'en',
  name: 'Port Office of Exampleton',
  duties: {
    items: [
      { id: 'plan', title: 'Plans ports.' },
      { id: 'open', title: 'Opens ports.' },
    ],
  },
};

/** Resolves with the detail of the next event. */
const heard = (target, name) =>
  new Promise((resolve) => {
    target.addEventListener(name, ({ detail }) => resolve(detail), { once: true });
  });

/** Types as a reader does. Events cross the shadow root only if they are composed. */
function type(field, text) {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Adds an element with properties, and waits for an event that says it is ready. */
async function show(name, properties, event) {
  const element = Object.assign(document.createElement(name), properties);
  const ready = heard(element, event);
  document.body.append(element);
  await ready;
  await element.updateComplete;
  return element;
}

beforeEach(() => {
  document.documentElement.lang = 'en';
});
afterEach(() => document.body.replaceChildren());

it('shows the duties, and tells what the reader searches', async () => {
  const properties = { data: office, filter: true };
  const list = await show('customs-duty-list', properties, 'customs-ready');
  const duties = () => list.shadowRoot.querySelectorAll('[part~=duty]');
  expect(duties().length).toBe(2);

  const filtered = heard(document, 'customs-filter');
  type(list.shadowRoot.querySelector('input'), 'open');
  expect((await filtered).matches).toBe(1);
  await list.updateComplete;
  expect(duties()[0].textContent).toContain('Opens ports.');
});

it('takes a comment', async () => {
  const provider = new MemoryCommentProvider([], { captcha: [] });
  const box = await show('customs-comment-box', { provider }, 'customs-comment-count');
  type(box.shadowRoot.querySelector('textarea'), 'Thank you');
  box.shadowRoot.querySelector('#consent').click();

  const accepted = heard(document, 'customs-comment-accepted');
  box.shadowRoot.querySelector('[part=submit]').click();
  expect((await accepted).receipt.token).toMatch(/^DEMO-/);
  await box.updateComplete;
  expect(box.shadowRoot.querySelector('[part=posted]').textContent).toContain('Thank you');
});
