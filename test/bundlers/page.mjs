/* Opens pages of the application, and reads what they show and what they ask for. */

/** Opens a page, and records everything that should not happen, and the addresses that it asks for. */
export async function openPage(browser, url, refuses = () => false) {
  const page = await browser.newPage();
  const faults = [];
  const asked = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    asked.push(pathname);
    if (refuses(pathname)) void request.respond({ status: 404, body: 'Not found' });
    else void request.continue();
  });
  page.on('console', (message) => {
    // The dev server of Vite says that it is connected, and Lit that this is its development build.
    if (/^\[vite\]|lit\.dev\/msg\/dev-mode/.test(message.text())) return;
    faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, faults, asked };
}

/** Text of an element, through all shadow roots and without styles. Runs in the page. */
function textInside(selector) {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.localName === 'style') return '';
    const inside = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
    return inside.map(read).join(' ');
  };
  const element = document.querySelector(selector);
  return element ? read(element) : '';
}

/**
 * Waits until elements show texts.
 *
 * @param shown - selector → the texts
 * @throws an error that says what is there instead, and what went wrong before
 */
export async function waitForTexts({ page, faults }, shown) {
  for (const [selector, texts] of Object.entries(shown)) {
    const isThere = `(${textInside})(${JSON.stringify(selector)})`;
    const all = `${JSON.stringify(texts)}.every((text) => ${isThere}.includes(text))`;
    try {
      await page.waitForFunction(all, { timeout: 5000 });
    } catch (cause) {
      const text = (await page.evaluate(isThere)).replace(/\s+/g, ' ').slice(0, 200);
      throw new Error(`${selector} shows “${text}”. ${faults.join('; ')}`, { cause });
    }
  }
}
