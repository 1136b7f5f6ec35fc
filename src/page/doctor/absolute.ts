/** Makes an address of the page absolute; `undefined` if it is malformed. */
export function absolute(address: string): URL | undefined {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}
