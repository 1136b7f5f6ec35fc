/**
 * Returns a function that makes an address absolute. One that cannot be resolved stays as written,
 * so that whoever checks it can quote it.
 *
 * @param base - address of the page; without one, relative addresses stay
 */
export const resolvedFrom =
  (base: string | undefined) =>
  (address: string): string => {
    try {
      return new URL(address, base).href;
    } catch {
      return address;
    }
  };
