/* The moderation page: who is signed in, and which view the address asks for. */
import { announce } from './announcements.js';
import { api, whenUnauthorized } from './api.js';
import { approvalsView } from './approvals.js';
import { auditView } from './audit.js';
import { showBanner } from './banner.js';
import { element, writeAnew } from './elements.js';
import { hasSentence, language, sentence, switchLanguage } from './language.js';
import { navigation } from './navigation.js';
import { explain, showProblem } from './problems.js';
import { finishSignIn, hasProvider, takeAnswer } from './provider.js';
import { commentView, forgetSearch, queueView } from './queue.js';
import { parseRoute } from './routes.js';
import { signInView } from './sign-in.js';
import { claimDrafts, dropToken, forgetAll, readToken } from './storage.js';
import { transferView } from './transfer.js';

const page = document.getElementById('page');
let session = null;
let titleKey = 'signIn.heading';

/** Views that are no list of comments. */
const VIEWS = {
  approvals: approvalsView,
  audit: auditView,
  data: transferView,
  comment: commentView,
};

function writeTitle() {
  document.documentElement.lang = language();
  document.title = `${sentence(titleKey)} · ${sentence('title')}`;
}

function changeLanguage() {
  switchLanguage();
  writeTitle();
  writeAnew(document.body);
  document.getElementById('status').textContent = '';
}

function signOut() {
  const { kind } = session;
  const token = readToken();
  forgetAll();
  forgetSearch();
  session = null;
  history.replaceState(null, '', location.pathname + location.search);
  showSignIn();
  announce(sentence('signedOut'));
  // Only a session can be ended; other tokens are forgotten here and stay good.
  if (kind === 'session') api.endSession(token).catch(tellOpenSession);
}

/** Tells that the service could not end the session. One that was over before needs no words. */
function tellOpenSession({ key }) {
  if (key !== 'unauthorized') announce(sentence('signedOut.here'));
}

function updateBanner(route) {
  showBanner(document.getElementById('banner'), { session, route, changeLanguage, signOut });
}

function showSignIn(getNotice) {
  titleKey = 'signIn.heading';
  writeTitle();
  updateBanner(null);
  const { node, focus } = signInView(getNotice, welcome);
  page.replaceChildren(node);
  focus();
}

function welcome(opened) {
  begin(opened);
  announce(sentence('signIn.done', { name: opened.name }));
  document.querySelector('main h2').focus();
}

function begin(opened) {
  session = opened;
  claimDrafts(session.name);
  showRoute();
}

function showRoute() {
  if (session.sites.length === 0) return showMain('signIn.noSites', [], null);
  const route = parseRoute(location.hash, session);
  const build = VIEWS[route.view] ?? queueView;
  const { children, load } = build(route, session);
  showMain(`view.${route.view}`, children, route);
  return load();
}

function showMain(headingKey, children, route) {
  titleKey = headingKey;
  writeTitle();
  updateBanner(route);
  const main = element(
    'main',
    { id: 'main', tabindex: '-1' },
    element('h2', { tabindex: '-1' }, () => sentence(headingKey)),
    ...children,
  );
  page.replaceChildren(...(route ? [navigation(route, session)] : []), main);
}

function showWait(key) {
  const place = element('div', { class: 'foot' });
  place.append(element('p', { class: 'muted' }, () => sentence(key)));
  page.replaceChildren(element('main', { id: 'main', class: 'sign-in' }, place));
  return place;
}

/** Comes back from the identity provider. */
async function finish(answer) {
  showWait('signIn.finishing');
  try {
    welcome(await finishSignIn(answer));
  } catch (problem) {
    // An answer is good for one attempt, so there is nothing to repeat but the sign-in.
    showSignIn(() => explain(problem));
  }
}

async function resume() {
  const place = showWait('loading');
  try {
    begin(await api.session());
  } catch (problem) {
    if (problem.key === 'unauthorized') showSignIn(noticeOf(problem.details.reason));
    else showProblem(place, problem, resume);
  }
}

/** Why one has to sign in again. */
function noticeOf(reason) {
  // Where people sign in at a provider, nobody has to ask for a new token.
  const isKnown = hasSentence(`ended.${reason}`) && (!hasProvider || reason === 'idle');
  return () => sentence(isKnown ? `ended.${reason}` : 'ended.wrong');
}

whenUnauthorized((reason) => {
  // While signing in, the form says it.
  if (!session) return;
  dropToken();
  session = null;
  showSignIn(noticeOf(reason));
});
addEventListener('hashchange', () => {
  if (!session) return;
  // With the arrow keys one goes through the sites without opening the list; the focus stays there.
  const wasChoosing = document.activeElement.matches('.site select');
  showRoute();
  document.querySelector(wasChoosing ? '.site select' : 'main h2').focus();
});

addEventListener('pageshow', ({ persisted }) => {
  // The back button can bring back a page from before the sign-in, or from before the sign-out.
  if (persisted && Boolean(session) !== Boolean(readToken())) location.reload();
});

writeTitle();
updateBanner(null);
const answer = takeAnswer();
// Whoever came back to an answer by the back button is signed in already.
if (readToken()) resume();
else if (answer === 'lost') showSignIn(() => sentence('signIn.lost'));
else if (answer) finish(answer);
else showSignIn();
