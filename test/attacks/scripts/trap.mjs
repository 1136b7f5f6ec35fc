/* Tells whether anything of a page ran, asked for something, led away or could run. */

/** Runs in a page before everything else. */
export function setTrap() {
  window.sprung = [];
  const spring = (what) => window.sprung.push(what);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'XSS', 'eval']) {
    window[name] = (...words) => void spring(`${name}(${words.join().slice(0, 40)})`);
  }
  // A handler that is no JavaScript was compiled all the same.
  addEventListener('error', ({ message }) => message && spring(`error: ${message}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    spring(`blocked: ${violatedDirective} ${blockedURI} ${sample}`),
  );

  const ACTIVE = 'script, iframe, frame, object, embed, applet, base, meta, link, portal, form';
  const LEADS = [
    'href',
    'src',
    'action',
    'formaction',
    'xlink:href',
    'data',
    'background',
    'srcdoc',
  ];
  const GOOD = ['http:', 'https:', 'mailto:', 'tel:', 'data:'];
  // As a click on it would read it.
  const protocolOf = (href) => Object.assign(document.createElement('a'), { href }).protocol;
  const faultOf = (node) => {
    for (const { name, value } of node.attributes) {
      if (name.startsWith('on')) return `${node.localName} ${name}="${value.slice(0, 40)}"`;
      if (!LEADS.includes(name)) continue;
      const protocol = protocolOf(value);
      const isImage = protocol === 'data:' && node.localName === 'img';
      if ((protocol !== ':' && !GOOD.includes(protocol)) || (protocol === 'data:' && !isImage)) {
        return `${node.localName} ${name}="${value.slice(0, 40)}"`;
      }
    }
    return undefined;
  };
  const own = 'script[src^="/cdn/"], script[type$="json"], form[part], form[novalidate]';
  /** Lists what could run, in a node and in the shadow roots below it. */
  window.activeIn = (root) => {
    const found = [];
    for (const node of root.querySelectorAll('*')) {
      const fault = node.matches(ACTIVE) && !node.matches(own) ? node.outerHTML : faultOf(node);
      if (fault) found.push(fault.slice(0, 120));
      if (node.shadowRoot) found.push(...window.activeIn(node.shadowRoot));
    }
    return found;
  };
}

/**
 * Watches a page.
 *
 * @param allowed - tells whether the page may ask for an address
 * @returns a function that lists what happened, and what could happen in the nodes that a selector finds
 */
export async function watch(page, allowed) {
  const asked = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (allowed(request.url())) return void request.continue();
    asked.push(`asked for ${request.url().slice(0, 80)}`);
    // Its page stays, even if it wanted to go there.
    void request.abort('aborted');
  });
  page.on('dialog', (dialog) => {
    asked.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.evaluateOnNewDocument(setTrap);
  return async (selector = 'body') => [
    ...asked,
    ...(await page.evaluate((one) => {
      const found = [...document.querySelectorAll(one)];
      const roots = found.flatMap((node) => (node.shadowRoot ? [node.shadowRoot, node] : [node]));
      return [...window.sprung, ...roots.flatMap((root) => window.activeIn(root))];
    }, selector)),
  ];
}
