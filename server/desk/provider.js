/* Signing in at the identity provider of the agency. */
import { api, newKey } from './api.js';
import { element } from './elements.js';
import { sentence } from './language.js';
import { showProblem } from './problems.js';
import { keepSignIn, keepToken, takeSignIn } from './storage.js';

/** Whether the service has a provider. */
export const hasProvider = 'signIn' in document.documentElement.dataset;

/**
 * Takes the answer of the provider out of the address, so that it stands neither there nor in the history.
 *
 * @returns what finishes the sign-in; `lost` when this tab has not begun it; null when there is no answer
 */
export function takeAnswer() {
  const { search, pathname, hash } = location;
  if (!new URLSearchParams(search).has('state')) return null;
  const begun = takeSignIn();
  history.replaceState(null, '', pathname + (begun?.fragment ?? hash));
  return begun ? { secret: begun.secret, answer: search.slice(1) } : 'lost';
}

/** Opens the session that an answer is good for, and gives who it is. */
export async function finishSignIn({ secret, answer }) {
  const { token } = await api.openSession(secret, answer);
  keepToken(token);
  return api.session();
}

/** The button that leads to the provider. */
export function providerPanel() {
  const problems = element('div');
  const submit = element('button', { class: 'primary' }, () => sentence('signIn.provider'));
  const form = element(
    'form',
    { class: 'panel provider', novalidate: true, onsubmit: begin },
    problems,
    element('div', { class: 'actions' }, submit),
  );

  async function begin(submitted) {
    submitted.preventDefault();
    if (form.hasAttribute('aria-busy')) return;
    problems.replaceChildren();
    form.setAttribute('aria-busy', 'true');
    try {
      // The secret stays in this tab: whoever comes back with an answer must have begun here.
      const secret = newKey();
      const { address } = await api.beginSignIn(secret);
      keepSignIn({ secret, fragment: location.hash });
      location.assign(address);
    } catch (problem) {
      showProblem(problems, problem, () => {
        submit.focus();
        form.requestSubmit();
      });
    } finally {
      form.removeAttribute('aria-busy');
    }
  }
  return { node: form, focus: () => submit.focus() };
}
