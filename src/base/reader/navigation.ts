/*
 * The address of the page may change without a load: by `history.pushState()`, the Navigation API,
 * or Back. What shows the address, or depends on it, follows. The `history` of the page stays as it
 * is.
 */

/** The Navigation API, which TypeScript does not know yet. */
interface Navigating {
  readonly navigation?: EventTarget;
}

/** Finds the API of the browser: what a page calls `navigation`, or gives this id, is something else. */
function browserNavigation(): EventTarget | undefined {
  const { navigation } = window as Navigating;
  const isNative = Object.prototype.toString.call(navigation) === '[object Navigation]';
  return isNative ? navigation : undefined;
}

const followers = new Set<() => void>();
let known = '';
let changes: MutationObserver | undefined;

function check(): void {
  const { href } = window.location;
  if (href === known) return;
  known = href;
  followers.forEach((follow) => follow());
}

/**
 * Calls back whenever the address of the page has changed.
 *
 * @returns a function that stops it
 */
export function followAddress(follow: () => void): () => void {
  const navigation = browserNavigation();
  const target = navigation ?? window;
  const type = navigation ? 'currententrychange' : 'popstate';
  if (!followers.size) known = window.location.href;
  followers.add(follow);
  // To listen again changes nothing.
  target.addEventListener(type, check);
  if (!navigation) {
    // Such a browser tells of Back only. But a page that has gone elsewhere shows something else, at
    // least another title.
    changes ??= new MutationObserver(check);
    changes.observe(document, { childList: true, subtree: true });
  }
  return () => {
    followers.delete(follow);
    if (followers.size) return;
    target.removeEventListener(type, check);
    changes?.disconnect();
  };
}
