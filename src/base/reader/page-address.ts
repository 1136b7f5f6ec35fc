/** Address of the page that a server renders for. */
let assumed: string | undefined;

/** Address of the page without its fragment; empty if unknown. */
export const pageAddress = (): string =>
  (assumed ?? (typeof window === 'undefined' ? '' : window.location.href)).replace(/#.*$/, '');

/** Renders on a server for a page at the given address. */
export function assumePage<T>(address: string | undefined, render: () => T): T {
  assumed = address;
  try {
    return render();
  } finally {
    assumed = undefined;
  }
}
