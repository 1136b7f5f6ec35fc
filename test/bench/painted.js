/*
 * Runs in every measured page before everything else. Measures when the last text is painted, and
 * what moves until then. The code is the same for every contender.
 */

/**
 * @param {string} expected Text that is painted last.
 * @param {number} quiet Milliseconds without a shift after which nothing is expected to move any
 * more.
 */
export function watchPaint(expected, quiet) {
  const SKIPPED = ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'];
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  /**
   * Finds the last text node with the text, also in shadow roots. A host shows its own text only in
   * a slot.
   */
  const find = (root) => {
    for (let node = root?.lastChild; node; node = node.previousSibling) {
      if (node.nodeType === Node.TEXT_NODE && node.data.includes(expected)) return node;
      if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.includes(node.nodeName)) continue;
      const found = find(node.shadowRoot) ?? find(node);
      if (found) return found;
    }
    return undefined;
  };

  const isLaidOut = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const visible = {
      visibilityProperty: true,
      opacityProperty: true,
      contentVisibilityAuto: true,
    };
    return range.getClientRects().length > 0 && text.parentElement.checkVisibility(visible);
  };

  const place = () => document.querySelector('[data-last]');
  window.painted = new Promise((resolve) => {
    const look = () => {
      const text = find(place());
      if (!text) {
        requestAnimationFrame(look);
        return;
      }
      // A message arrives after the next frame.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const time = performance.now();
        if (!isLaidOut(text)) {
          requestAnimationFrame(look);
          return;
        }
        performance.mark('painted');
        resolve(time);
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });

  /** Resolves to the total shift once nothing has moved for a while. */
  window.settledShift = async () => {
    await window.painted;
    for (let before = -1; before !== shift;) {
      before = shift;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
    return shift;
  };

  /** Counts nodes by kind, shadow roots included. */
  window.countNodes = () => {
    const counts = { elements: 0, words: 0, blanks: 0, comments: 0 };
    const visit = (node) => {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (SKIPPED.includes(node.nodeName)) return;
        counts.elements += 1;
        if (node.shadowRoot) visit(node.shadowRoot);
      } else if (node.nodeType === Node.TEXT_NODE) {
        counts[node.data.trim() ? 'words' : 'blanks'] += 1;
      } else if (node.nodeType === Node.COMMENT_NODE) {
        counts.comments += 1;
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(place());
    return counts;
  };
}
