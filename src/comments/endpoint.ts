/** An element that names a comment service, or the file with the comments. */
type Named = Element & { readonly endpoint: string };

const known = new WeakMap<Element, { readonly written: string; readonly address: string }>();

/** Returns `endpoint` as an address, which stays the same when the page goes to another one. */
export function endpointOf(element: Named): string {
  const { endpoint: written, baseURI } = element;
  const before = known.get(element);
  if (before?.written === written) return before.address;
  let address = written;
  try {
    address = written && new URL(written, baseURI).href;
  } catch {
    // The request will say what is wrong with it.
  }
  known.set(element, { written, address });
  return address;
}
