/* What runs inside a page of Storybook, to tell how it stands. */

/** How Storybook tells what went wrong. A story whose play function throws "finishes" all the same. */
export const FAULTS = [
  ...['storyMissing', 'storyErrored', 'storyThrewException'],
  ...['playFunctionThrewException', 'unhandledErrorsWhilePlaying'],
];

/** What went wrong with the story. */
export const storyFaults = (names) =>
  names.flatMap((name) => {
    const [detail] = window.__STORYBOOK_ADDONS_CHANNEL__?.last(name) ?? [];
    const text = detail?.message ?? detail?.description ?? JSON.stringify(detail);
    return detail ? [`${name}: ${text}`] : [];
  });

/** Whether the story has failed, or has been played and its elements have their data. */
export function isSettled(names, unanswered) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  if (names.some((name) => channel?.last(name))) return true;
  if (!channel?.last('storyFinished') || !document.querySelector('.sb-show-main')) return false;
  const elementsIn = (root) =>
    [...root.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('customs-'))
      .flatMap((element) => [element, ...elementsIn(element.shadowRoot)]);
  return elementsIn(document.querySelector('#storybook-root')).every(
    ({ isUpdatePending, localization, state, shadowRoot }) =>
      !isUpdatePending &&
      localization.ready &&
      (unanswered ||
        (state?.kind !== 'loading' &&
          // A code for telephones is empty until it can be drawn.
          !shadowRoot.querySelector('[aria-busy="true"], path[d=""]'))),
  );
}

/** Lets fonts arrive and everything be painted. */
export async function painted() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  await frame();
  await frame();
}

/** What axe finds with some of its rules off, and what a reader on a telephone would have to push aside. */
export async function findFaults(off) {
  // By its address, because the browser then keeps it compiled.
  await import('/axe-core/axe.min.js');
  const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
  // What a frame shows is a story or a page of its own.
  const options = { rules, iframes: false, resultTypes: ['violations'] };
  const { violations } = await window.axe.run(document, options);
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id}: ${target} ${failureSummary}`),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`overflow: ${scrollWidth} of ${clientWidth} px`);
  return faults;
}
