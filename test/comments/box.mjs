/* The comment box as a citizen handles it. */
import assert from 'node:assert/strict';

const DRAFTS = 'customs-comment-draft:';

/** The drafts that the session keeps, by the place of their box. */
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
 * A comment box of a page.
 *
 * @param host - selector of the box
 */
export function boxOn(page, host = 'customs-comment-box') {
  const deep = (selector) => `${host} >>> ${selector}`;
  const find = (selector) => page.waitForSelector(deep(selector), { visible: true });
  const click = async (selector) => (await find(selector)).click();
  /** Everything the box reads, without white space. */
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
    /** Waits for words. */
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
    /** Waits until the form and the list are there. */
    ready: async () => {
      await find('[part=submit]');
      await box.gone('[part=records][aria-busy=true]');
    },
    value: (selector) => page.$eval(deep(selector), ({ value }) => value),
    write: async (words) => (await find('#body')).type(words),
    /** Writes more, and gives the whole text. */
    add: async (words) => {
      await box.write(words);
      return box.value('#body');
    },
    agree: () => click('#consent'),
    send: () => click('[part=submit]'),
    /** Fills the form and sends it. */
    post: async (words) => {
      await box.write(words);
      await box.agree();
      await box.send();
    },
    /** Waits until it is not known whether the comment arrived. */
    unconfirmed: () => find('[part=confirm]'),
    /** Asks again at once, unless the box has done so by itself meanwhile. */
    confirm: () =>
      page.$eval(host, ({ shadowRoot }) => shadowRoot.querySelector('[part=confirm]')?.click()),
    /** Waits for the receipt, and gives its number. */
    receipt: async () => {
      await find('[part=outcome] [part=receipt-number]');
      return textOf('[part=outcome] [part=receipt-number]');
    },
    /** Waits for what stands in the way of sending. */
    refusal: async () => {
      await find('[part=error-summary]');
      return textOf('[part=error-summary]');
    },
    /** Fails unless the text is in the form, and kept for when the page is read again. */
    stillHas: async (words) => {
      assert.equal(await box.value('#body'), words, 'in the form');
      // What is typed is written when typing pauses.
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
    /** Fails unless the form is empty, and nothing is kept. */
    isCleared: async () => {
      assert.equal(await box.value('#body'), '');
      assert.deepEqual(await keptDrafts(page), []);
    },
    /** The comments of the list and, before them, of this visit. */
    comments: () => textsOf('.list > .comment > [part=text]'),
    /** Looks a receipt up. */
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
