/*
 * What this tab remembers: the token, a sign-in that has begun, and what was typed but not sent. It all lives in the storage of the
 * session, so it survives a reload or a lost sign-in and ends with the tab.
 */
const TOKEN = 'customs-comments.token';
const DRAFTS = 'customs-comments.drafts';
const SIGN_IN = 'customs-comments.sign-in';
/** Where storage is refused, the page remembers until it is left. */
const memory = new Map();

function read(name) {
  try {
    return sessionStorage.getItem(name) ?? memory.get(name);
  } catch {
    return memory.get(name);
  }
}

function store(name, value) {
  memory.set(name, value);
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // Kept in memory.
  }
}

function remove(name) {
  memory.delete(name);
  try {
    sessionStorage.removeItem(name);
  } catch {
    // It was never stored.
  }
}

/** The bearer token, or undefined when nobody is signed in. */
export const readToken = () => read(TOKEN);
/** Keeps the token for this tab. */
export const keepToken = (token) => store(TOKEN, token);
/** Forgets the token; drafts stay for whoever signs in again under the same name. */
export const dropToken = () => remove(TOKEN);

/** Keeps what belongs to a sign-in while the person is at the identity provider. */
export const keepSignIn = (begun) => store(SIGN_IN, JSON.stringify(begun));

/** Takes what was kept for the sign-in; null when none has begun in this tab. */
export function takeSignIn() {
  const begun = JSON.parse(read(SIGN_IN) ?? 'null');
  remove(SIGN_IN);
  return begun;
}

const readDrafts = () => JSON.parse(read(DRAFTS) ?? '{"owner":null,"entries":{}}');

/** Throws away the drafts of anybody else. */
export function claimDrafts(owner) {
  if (readDrafts().owner !== owner) store(DRAFTS, JSON.stringify({ owner, entries: {} }));
}

/** What was typed for one action on one comment. */
export const readDraft = (id, action) => readDrafts().entries[`${action}/${id}`];

/** Keeps what was typed; undefined forgets it. */
export function keepDraft(id, action, draft) {
  const drafts = readDrafts();
  drafts.entries[`${action}/${id}`] = draft;
  store(DRAFTS, JSON.stringify(drafts));
}

/** Forgets everything, as signing out does. */
export function forgetAll() {
  remove(TOKEN);
  remove(DRAFTS);
}
