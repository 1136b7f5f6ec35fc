/* What a comment says, as elements. Whatever citizens wrote is only ever set as text. */
import { button, element, writeAnew } from './elements.js';
import { formatTime, inWords, sentence } from './language.js';
import { routeTo } from './routes.js';

/** A point in time for people and machines. */
export const time = (instant) => element('time', { datetime: instant }, () => formatTime(instant));

/** Words of somebody else, kept from turning the direction of the words around them. */
export const foreign = (text) => element('bdi', {}, text);

/** The tag of a language where it is well-formed. */
function languageTag(tag) {
  try {
    return tag === null ? null : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    return null;
  }
}

/** Who wrote it. */
export function authorName({ authorName: given, kind }) {
  if (given !== null) return foreign(given);
  if (kind === 'official-reply') return element('span', {}, () => sentence('officialReply'));
  return element('span', { class: 'anonymous' }, () => sentence('anonymous'));
}

/** Its status in words. */
export const statusBadge = ({ status }) =>
  element('span', { class: `badge ${status}` }, () => sentence(`view.${status}`));

/** Name, status and time. */
export function commentHeader(comment, headingId) {
  const official = comment.kind === 'official-reply' && comment.authorName !== null;
  return element(
    'header',
    {},
    element('h3', { id: headingId }, authorName(comment)),
    statusBadge(comment),
    comment.hold && element('span', { class: 'badge' }, () => sentence('held')),
    official && element('span', { class: 'badge' }, () => sentence('officialReply')),
    time(comment.createdAt),
  );
}

/** The text, of which very long ones show the beginning first. */
export function commentText({ body, lang, hold }) {
  const missing = hold ? 'heldText' : 'erasedText';
  if (body === '') return element('p', { class: 'muted' }, () => sentence(missing));
  const text = element(
    'div',
    { class: 'text clamped', dir: 'auto', lang: languageTag(lang) },
    body,
  );
  const node = element('div', {}, text);
  requestAnimationFrame(() => {
    if (text.scrollHeight <= text.clientHeight) text.classList.remove('clamped');
    else node.append(clampToggle(text));
  });
  return node;
}

function clampToggle(text) {
  const isClamped = () => text.classList.contains('clamped');
  const toggle = button(
    () => sentence(isClamped() ? 'showAll' : 'showLess'),
    () => {
      text.classList.toggle('clamped');
      writeAnew(toggle);
    },
    { class: 'quiet', 'aria-expanded': () => String(!isClamped()) },
  );
  return toggle;
}

/** Says who brought it with a file: nothing here vouches for what it says. */
export const originWords = ({ by, at, from }) =>
  element('span', {}, () => sentence('origin.words', { by, from, at: formatTime(at) }));

/** Says who keeps it by order, since when, and why. */
const holdWords = ({ by, at, reason }) =>
  element('span', {}, () => sentence('hold.words', { by, at: formatTime(at) }), foreign(reason));

/** What else is known about it; nothing is listed that was not given. */
export function commentFacts(comment) {
  const { site, thread, parentId, contact, identity, status, imported, hold } = comment;
  const reason = status === 'rejected' ? comment.reason : null;
  const facts = [
    ['thread', element('a', { href: routeTo({ site, view: 'all', thread }) }, foreign(thread))],
    parentId !== null && [
      'parent',
      element('a', { href: routeTo({ site, view: 'comment', id: parentId }) }, () =>
        sentence('parentShow'),
      ),
    ],
    contact && ['contact', foreign(contact)],
    identity && ['identity', foreign(identity)],
    imported && ['origin', originWords(imported)],
    hold && ['heldBy', holdWords(hold)],
    reason && ['rejectedFor', element('span', {}, () => inWords('reason', reason.code))],
    reason?.note && ['noteForAuthor', element('span', { class: 'text', dir: 'auto' }, reason.note)],
  ].filter(Boolean);
  return element(
    'dl',
    { class: 'facts' },
    ...facts.map(([key, value]) =>
      element(
        'div',
        {},
        element('dt', {}, () => sentence(key)),
        element('dd', {}, value),
      ),
    ),
  );
}

/** What readers reported. */
export function commentReports({ reports }) {
  if (reports.length === 0) return null;
  const items = reports.map(({ reason, note, at }) =>
    element(
      'li',
      {},
      element('strong', {}, () => inWords('reason', reason)),
      time(at),
      note && element('p', { class: 'text', dir: 'auto' }, note),
    ),
  );
  return element(
    'section',
    { class: 'reports' },
    element('h4', {}, () => sentence('reports')),
    element('ul', {}, ...items),
  );
}
