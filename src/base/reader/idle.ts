/** Milliseconds after which a busy page, or one in the background, counts as idle. */
const LONGEST = 1500;

/** Comes when the page has painted, and has nothing better to do. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => resolve();
    setTimeout(done, LONGEST);
    // The second frame comes after the first was shown.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // Safari has no idle time to tell of.
        if ('requestIdleCallback' in window) requestIdleCallback(done);
        else setTimeout(done);
      }),
    );
  });
