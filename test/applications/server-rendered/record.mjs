/* What happens on a page while it loads, written down from inside, before any of its scripts runs. */

/** The text that a page shows, through shadow roots and slots. It runs in the page. */
function shownText() {
  const HIDDEN = /^(script|style|template|noscript|head)$/;
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (HIDDEN.test(node.localName) || getComputedStyle(node).display === 'none') return '';
    }
    const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
    const inside = assigned.length ? assigned : (node.shadowRoot ?? node).childNodes;
    return [...inside].map(textOf).join('');
  };
  return document.documentElement ? textOf(document.documentElement) : '';
}

/**
 * Gives the page a `record`: `frames`, each text that it showed for at least one frame, and `shift`, how far its layout
 * shifted without a reader's action. It runs in the page.
 *
 * @param read - `shownText`
 */
function recordPage(read) {
  const record = { frames: [], shift: 0 };
  Object.defineProperty(window, 'record', { value: record });
  const look = () => {
    const text = read();
    if (text !== record.frames.at(-1)) record.frames.push(text);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      if (!hadRecentInput) record.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The same as code, because the policy of a page may forbid it to make functions of texts. */
export const READ = `(${shownText})()`;
export const RECORD = `(${recordPage})(${shownText})`;
