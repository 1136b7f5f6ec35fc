/** Milliseconds after which a busy page, or one in the background, counts as idle. */
const LONGEST = 1500;

/** Resolves when the page has painted and is idle. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => resolve();
    setTimeout(done, LONGEST);
    // The second frame begins after the first was painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // Safari has no `requestIdleCallback`.
        if ('requestIdleCallback' in window) requestIdleCallback(done);
        else setTimeout(done);
      }),
    );
  });
