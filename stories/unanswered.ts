/** Address that never responds while `leaveUnanswered` is active. */
export const UNANSWERED = 'https://unanswered.example.org/agency.json';

/**
 * Lets requests to `UNANSWERED` hang while a story is shown. This needs no server, and the elements
 * cannot tell the difference.
 *
 * @returns a function that stops it
 */
export function leaveUnanswered(): () => void {
  const { fetch } = window;
  window.fetch = (input, init) =>
    input === UNANSWERED ? new Promise<never>(() => undefined) : fetch(input, init);
  return () => {
    window.fetch = fetch;
  };
}
