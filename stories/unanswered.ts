/** Waits for ever, as for a server that never answers. */
export const never = (): Promise<never> => new Promise(() => undefined);

/** An address whose server never answers, while `leaveUnanswered` is in force. */
export const UNANSWERED = 'https://unanswered.example.org/agency.json';

/**
 * Lets requests to `UNANSWERED` hang for as long as a story is shown. No server is needed, and the
 * elements cannot tell the difference.
 *
 * @returns a function that ends it
 */
export function leaveUnanswered(): () => void {
  const { fetch } = window;
  window.fetch = (input, init) => (input === UNANSWERED ? never() : fetch(input, init));
  return () => {
    window.fetch = fetch;
  };
}
