/* How errors are told. */
import { announce } from './announcements.js';
import { button, element } from './elements.js';
import { hasSentence, sentence } from './language.js';

/** Problems that may be gone when the same is tried again. */
const PASSING = new Set([
  'network',
  'rate-limited',
  'unavailable',
  'internal',
  'in-flight',
  'cursor',
  'incomplete',
]);

/** Problems that the service tells the duration of. */
const TIMED = new Set(['rate-limited', 'unavailable']);

/** A problem in words. What this page does not know is told in the words of the service. */
export function explain({ key, details }) {
  const { retryAfter, requestId, title, detail, errors = [] } = details;
  // The service says it better: what does not answer is not the service.
  if (details.reason === 'provider' && detail) return detail;
  if (TIMED.has(key))
    return retryAfter
      ? sentence(`problem.${key}`, { seconds: retryAfter })
      : sentence('problem.later');
  if (key === 'internal')
    return (
      sentence('problem.internal') +
      (requestId ? sentence('problem.number', { id: requestId }) : '')
    );
  if (hasSentence(`problem.${key}`)) return sentence(`problem.${key}`);
  const told = [title, detail, ...errors.map((error) => error.detail)].filter(Boolean);
  return told.length ? told.join(' ') : sentence('problem.internal');
}

/** Shows and says a problem in a place, with a button to try again where that makes sense. */
export function showProblem(place, problem, retry) {
  if (!place.isConnected) {
    // The moderator went elsewhere meanwhile; a lost sign-in speaks for itself.
    if (problem.key !== 'unauthorized') announce(explain(problem));
    return;
  }
  const again =
    retry &&
    PASSING.has(problem.key) &&
    button(
      () => sentence('retry'),
      () => {
        place.replaceChildren();
        retry();
      },
    );
  place.replaceChildren(
    element(
      'div',
      { class: 'problem' },
      element('p', {}, () => explain(problem)),
      again,
    ),
  );
  announce(explain(problem));
}
