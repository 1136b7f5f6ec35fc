/* Uses the comment box as a citizen does. */
import assert from 'node:assert/strict';

const DRAFTS = 'customs-comment-draft:';

/** Reads the drafts in session storage, by the key of their box. */
export const keptDrafts = (page) =>
  page.evaluate(
    (prefix) =>
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith(prefix))
        .sort()
        .map((key) => JSON.parse(sessionStorage[key])),
    DRAFTS,
  );

/**
 * A comment box on a page.
 *
 * @param host - selector of the box
 */
export function boxOn(page, host = 'customs-comment-box') {
  const deep = (selector) => `${host} >>> ${selector}`;
  const find = (selector) => page.waitForSelector(deep(selector), { visible: true });
  const click = async (selector) => (await find(selector)).click();
  /** Text of the whole box, without white space. */
  const text = () =>
    page.$eval(host, ({ shadowRoot }) => shadowRoot.textContent.replace(/\s+/g, ''));
  const textOf = (selector) =>
    page.$eval(deep(selector), ({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  const textsOf = (selector) =>
    page.$$eval(deep(selector), (all) =>
      all.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    );
  const box = {
    find,
    click,
    text,
    textOf,
    textsOf,
    /** Waits until nothing matches. */
    gone: (selector) => page.waitForSelector(deep(selector), { hidden: true }),
    /** Waits for a text. */
    says: (words) =>
      page.waitForFunction(
        (host, words) =>
          document
            .querySelector(host)
            ?.shadowRoot?.textContent.replace(/\s+/g, '')
            .includes(words.replace(/\s+/g, '')),
        {},
        host,
        words,
      ),
    /** Waits until the form and the list have loaded. */
    ready: async () => {
      await find('[part=submit]');
      await box.gone('[part=records][aria-busy=true]');
    },
    value: (selector) => page.$eval(deep(selector), ({ value }) => value),
    write: async (words) => (await find('#body')).type(words),
    /** Types more, and returns the whole text. */
    add: async (words) => {
      await box.write(words);
      return box.value('#body');
    },
    agree: () => click('#consent'),
    send: () => click('[part=submit]'),
    /** Fills in the form and sends it. */
    post: async (words) => {
      await box.write(words);
      await box.agree();
      await box.send();
    },
    /** Waits until the outcome is unconfirmed. */
    unconfirmed: () => find('[part=confirm]'),
    /** Confirms at once, unless the box has done so by itself. */
    confirm: () =>
      page.$eval(host, ({ shadowRoot }) => shadowRoot.querySelector('[part=confirm]')?.click()),
    /** Waits for the receipt, and returns its number. */
    receipt: async () => {
      await find('[part=outcome] [part=receipt-number]');
      return textOf('[part=outcome] [part=receipt-number]');
    },
    /** Waits for the error summary. */
    refusal: async () => {
      await find('[part=error-summary]');
      return textOf('[part=error-summary]');
    },
    /** Fails unless the text is in the form, and in storage for a reload. */
    stillHas: async (words) => {
      assert.equal(await box.value('#body'), words, 'in the form');
      // Typed text is stored after a pause.
      await page.waitForFunction(
        (prefix, words) =>
          Object.keys(sessionStorage)
            .filter((key) => key.startsWith(prefix))
            .some((key) => JSON.parse(sessionStorage[key]).body === words),
        {},
        DRAFTS,
        words,
      );
    },
    /** Fails unless the form and the storage are empty. */
    isCleared: async () => {
      assert.equal(await box.value('#body'), '');
      assert.deepEqual(await keptDrafts(page), []);
    },
    /** Comments of this visit, then those of the list. */
    comments: () => textsOf('.list > .comment > [part=text]'),
    /** Looks up a receipt. */
    lookUp: async (number) => {
      if (!(await page.$(deep('[part=receipts][open]')))) await click('[part=receipts] > summary');
      const field = await find('#receipt');
      await field.evaluate((input) => input.select());
      await field.type(number);
      await click('[part=look-up]');
      await find('.result');
    },
  };
  return box;
}
