/*
 * A page as seen from a world of its own: it shares the document with the page, not the language, which hosts change.
 * So what a host breaks in `Array` or `Promise` cannot break the test.
 */

/** Runs in that world: finds an element by the host element and a selector inside its shadow root. */
function makeTools() {
  const find = (path) => {
    const [host, ...inside] = path.split(' >>> ');
    return inside.reduce(
      (one, selector) => one?.shadowRoot?.querySelector(selector),
      document.querySelector(host),
    );
  };
  const textOf = (path) => find(path)?.textContent.replace(/\s+/g, ' ').trim();
  const hasFocus = (path) => find(path)?.matches(':focus');
  const isShown = (path) => Boolean(find(path)?.getClientRects().length);
  /** Waits for a condition, which is looked at before each frame. */
  const until = (condition, patience) =>
    new Promise((resolve) => {
      const end = performance.now() + patience;
      const look = () => {
        const value = condition();
        if (value || performance.now() > end) resolve(value);
        else requestAnimationFrame(look);
      };
      look();
    });
  Object.assign(globalThis, { find, textOf, hasFocus, isShown, until });
}

/** How long something may take, in milliseconds. */
const PATIENCE = 5000;

/**
 * Opens the world of a page that has loaded.
 *
 * @returns functions that look at the page, and use it with its real mouse and keyboard
 */
export async function openWorld(page, { isPhone = false } = {}) {
  let patience = PATIENCE;
  let isBelow = false;
  const client = await page.createCDPSession();
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'test',
  });

  /** Runs a function there, with plain values, and returns a plain value. */
  async function run(call, ...values) {
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      functionDeclaration: String(call),
      executionContextId,
      arguments: values.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  await run(makeTools);

  /** Waits until a text appears in an element; fails with the text that is there instead. */
  async function says(path, text) {
    const seen = await run(
      async (path, text, patience) => {
        await globalThis.until(() => globalThis.textOf(path)?.includes(text), patience);
        return globalThis.textOf(path);
      },
      path,
      text,
      patience,
    );
    if (!seen?.includes(text)) throw new Error(`${path} says "${seen}", not "${text}"`);
  }

  /** Waits until an element can be seen, or cannot. */
  async function shows(path, isShown = true) {
    const done = await run(
      (path, isShown, patience) =>
        globalThis.until(() => globalThis.isShown(path) === isShown, patience),
      path,
      isShown,
      patience,
    );
    if (!done) throw new Error(`${path} is ${isShown ? 'not shown' : 'still shown'}`);
  }

  /** Clicks an element in its middle, or taps on it. */
  async function click(path) {
    await shows(path);
    // Two taps in one place would be one double tap.
    isBelow = !isBelow;
    const { x, y } = await run(
      (path, block) => {
        const element = globalThis.find(path);
        element.scrollIntoView({ block, behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      },
      path,
      isBelow ? 'end' : 'center',
    );
    if (isPhone) await page.touchscreen.tap(x, y);
    else await page.mouse.click(x, y);
  }

  /** Clicks a field, and waits until it has the focus. */
  async function enter(path) {
    await click(path);
    const done = await run(
      (path, patience) => globalThis.until(() => globalThis.hasFocus(path), patience),
      path,
      patience,
    );
    if (!done) throw new Error(`${path} has no focus`);
  }

  return {
    client,
    run,
    /** Makes the world wait for less, where nothing is going to come. */
    hurry: () => (patience = 300),
    says,
    shows,
    click,
    enter,
    press: (key) => page.keyboard.press(key),
    /** Types letter by letter, so that each is an event of its own. */
    type: async (text) => {
      for (const letter of text) await page.keyboard.type(letter);
    },
    /** Puts in a whole text at once. */
    paste: (text) => page.keyboard.sendCharacter(text),
    textOf: (path) => run((path) => globalThis.textOf(path), path),
    /** Value of a field. */
    valueOf: (path) => run((path) => globalThis.find(path)?.value, path),
  };
}
