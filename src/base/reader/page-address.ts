/** Where the page will stand that a server renders for. */
let assumed: string | undefined;

/** The address of the page, without the part of it that a reader has come to; empty where nobody knows it. */
export const pageAddress = (): string =>
  (assumed ?? (typeof window === 'undefined' ? '' : window.location.href)).replace(/#.*$/, '');

/** Renders for a page at another address, on a server. */
export function assumePage<T>(address: string | undefined, render: () => T): T {
  assumed = address;
  try {
    return render();
  } finally {
    assumed = undefined;
  }
}
