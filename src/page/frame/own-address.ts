/* Addresses on the site of the frame. Anybody can write a foreign one into the address of a frame. */

/**
 * True if an address is on the site of the frame. `location.origin` is the site also where
 * `sandbox` takes the origin away.
 */
function isOwn({ origin, protocol }: URL): boolean {
  return origin === location.origin && protocol === location.protocol;
}

/** Address of the page around, if it is on the same site; else of the frame. */
function findBase(): string {
  try {
    return window.parent.document.baseURI;
  } catch {
    // The page around is on another site, or the frame has a `sandbox`.
  }
  const { referrer } = document;
  return referrer && isOwn(new URL(referrer)) ? referrer : location.href;
}

/**
 * Resolves an address of the same site, relative to the page around as in the elements of that
 * page. A page on another site has no files here, so then it is relative to the frame.
 *
 * @returns `undefined` for an address on another site
 */
export function ownAddress(address: string): string | undefined {
  // Says nothing, and the element explains it.
  if (!address.trim()) return address;
  try {
    const resolved = new URL(address, findBase());
    return isOwn(resolved) ? resolved.href : undefined;
  } catch {
    return undefined;
  }
}
