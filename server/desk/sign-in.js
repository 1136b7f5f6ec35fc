/* Signing in with a token, or at the identity provider of the agency. */
import { api } from './api.js';
import { element } from './elements.js';
import { inputField } from './fields.js';
import { hasSentence, sentence } from './language.js';
import { showProblem } from './problems.js';
import { hasProvider, providerPanel } from './provider.js';
import { dropToken, keepToken } from './storage.js';

/**
 * The form that asks for the token.
 *
 * @param {(() => string) | undefined} getNotice - why the form is shown again
 * @param {(session: object) => void} onSession - gets the session that the token opens
 */
export function signInView(getNotice, onSession) {
  const token = inputField({
    label: () => sentence('signIn.token'),
    hint: () => sentence('signIn.hint'),
    attributes: {
      type: 'password',
      name: 'token',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      required: true,
    },
  });
  const problems = element('div');
  const provider = hasProvider && providerPanel();
  const submit = element('button', { class: !provider && 'primary' }, () =>
    sentence(provider ? 'signIn.submitToken' : 'signIn.submit'),
  );
  const form = element(
    'form',
    { class: 'panel', novalidate: true, onsubmit: signIn },
    token.node,
    problems,
    element('div', { class: 'actions' }, submit),
  );

  async function signIn(submitted) {
    submitted.preventDefault();
    if (form.hasAttribute('aria-busy')) return;
    problems.replaceChildren();
    const typed = token.field.value.trim();
    if (!typed) return refuse('signIn.missing');
    // A header cannot carry anything else, and no token holds it.
    if (!/^[\x21-\x7e]+$/.test(typed)) return refuse('problem.unauthorized');
    form.setAttribute('aria-busy', 'true');
    keepToken(typed);
    try {
      onSession(await api.session());
    } catch (problem) {
      dropToken();
      if (problem.key === 'unauthorized') refuse(refusalOf(problem.details.reason));
      else
        showProblem(problems, problem, () => {
          submit.focus();
          form.requestSubmit();
        });
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  function refusalOf(reason) {
    const key = `problem.unauthorized.${reason}`;
    return hasSentence(key) ? key : 'problem.unauthorized';
  }

  function refuse(key) {
    token.setError(() => sentence(key));
    token.field.focus();
  }

  const notice = getNotice && element('p', { class: 'notice', role: 'alert' }, getNotice);
  const node = element(
    'main',
    { id: 'main', class: 'sign-in' },
    element('h2', { tabindex: '-1' }, () => sentence('signIn.heading')),
    notice,
    provider && provider.node,
    form,
  );
  return { node, focus: () => (provider ? provider.focus() : token.field.focus()) };
}
