/* What a page has open: time limits, other timers, listeners. Tests end the time limits themselves. */

/**
 * Runs in a page before everything else. `window.watch.end()` ends every time limit of 15 seconds or
 * more at once, `window.watch.left()` names what is open.
 */
export function watch() {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const limits = new Map();
  const timers = new Set();
  const listeners = [];
  let last = 0;

  window.setTimeout = (run, delay, ...given) => {
    if (delay >= 15_000) {
      limits.set((last -= 1), run);
      return last;
    }
    const id = setTimeout(() => {
      timers.delete(id);
      run(...given);
    }, delay);
    timers.add(id);
    return id;
  };
  window.setInterval = (...given) => {
    const id = setInterval(...given);
    timers.add(id);
    return id;
  };
  window.clearTimeout = window.clearInterval = (id) => {
    if (limits.delete(id)) return;
    timers.delete(id);
    clearTimeout(id);
    clearInterval(id);
  };

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const find = (...wanted) =>
    listeners.findIndex((known) => known.every((one, index) => one === wanted[index]));
  const forget = (...wanted) => {
    const index = find(...wanted);
    if (index >= 0) listeners.splice(index, 1);
  };
  const isCapture = (options) => Boolean(options?.capture ?? options);
  EventTarget.prototype.addEventListener = function (type, run, options) {
    const target = this ?? window;
    const known = [target, type, run, isCapture(options)];
    if ([window, document].includes(target) && find(...known) < 0) {
      listeners.push(known);
      if (options?.once) {
        addEventListener.call(target, type, () => forget(...known), { once: true, capture: true });
      }
    }
    return addEventListener.call(target, type, run, options);
  };
  EventTarget.prototype.removeEventListener = function (type, run, options) {
    forget(this ?? window, type, run, isCapture(options));
    return removeEventListener.call(this ?? window, type, run, options);
  };

  window.watch = {
    limits: () => limits.size,
    end() {
      for (const [id, run] of limits) {
        limits.delete(id);
        run();
      }
    },
    left: () => [
      ...[...limits.keys()].map(() => 'a time limit'),
      ...[...timers].map(() => 'a timer'),
      ...listeners.map(([target, type]) => `${target === window ? 'window' : 'document'}: ${type}`),
    ],
  };
}

/** Ends all time limits of the page, once there are so many. */
export async function endWaits(page, count = 1) {
  await page.waitForFunction((count) => window.watch.limits() >= count, {}, count);
  await page.evaluate(() => window.watch.end());
}

/** Waits until the page has nothing open but these, each once. Fails with what else there is. */
export async function leavesOnly(page, allowed) {
  const isAllowed = (allowed) => {
    const free = [...allowed];
    return window.watch.left().every((one) => free.splice(free.indexOf(one) >>> 0, 1).length);
  };
  await page.waitForFunction(isAllowed, { timeout: 5000 }, allowed).catch(async () => {
    const left = await page.evaluate(() => window.watch.left().sort());
    throw new Error(`left open: ${left.join(', ')}; allowed: ${allowed.join(', ')}`);
  });
}

/** What a script file of ours listens to as long as the page is there. */
export const OF_THE_PAGE = ['document: DOMContentLoaded', 'document: securitypolicyviolation'];
