/* What can be done with a comment in which state, and by whom. */

/** Action → whether the service would accept it at present. */
const POSSIBLE = {
  publish: ({ status }) => status === 'pending' || status === 'rejected',
  keep: ({ status, reports }) => status === 'published' && reports.length > 0,
  reject: ({ status }) => status === 'pending' || status === 'published',
  reply: ({ status, kind }) => status === 'published' && kind === 'comment',
  history: () => true,
  hold: ({ status, hold }) => status !== 'withdrawn' && !hold,
  lift: ({ hold }) => Boolean(hold),
  erase: ({ status, hold }) => status !== 'withdrawn' && !hold,
};

/** Action → the permission that the service asks for; nothing where reading is enough. */
const NEEDED = {
  publish: decides,
  keep: () => 'decide',
  reject: decides,
  reply: () => 'reply',
  history: () => null,
  hold: () => 'hold',
  lift: () => 'hold',
  erase: () => 'erase',
};

/** What the office has said is decided on by those who may speak for it. */
function decides({ kind }) {
  return kind === 'official-reply' ? 'reply' : 'decide';
}

/** The actions, in the order of their buttons. */
export const ACTIONS = Object.keys(POSSIBLE);

/** Whether the service would accept an action on a comment, from this person and at present. */
export function isPossible(action, comment, { permissions }) {
  const needed = NEEDED[action](comment);
  return POSSIBLE[action](comment) && (needed === null || permissions.includes(needed));
}

/** Look of an action that is neither the main one nor plain. */
export const LOOKS = {
  publish: 'primary',
  keep: 'primary',
  history: 'quiet',
  hold: 'quiet',
  lift: 'quiet',
  erase: 'danger',
};
