/** Makes an address absolute; `undefined` if it is malformed, or the page is a `data:` address. */
export function absolute(address: string): URL | undefined {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}
