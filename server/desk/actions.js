/* What can be done with a comment in which state. */

/** Action → whether the service would accept it at present. */
const POSSIBLE = {
  publish: ({ status }) => status === 'pending' || status === 'rejected',
  keep: ({ status, reports }) => status === 'published' && reports.length > 0,
  reject: ({ status }) => status === 'pending' || status === 'published',
  reply: ({ status, kind }) => status === 'published' && kind === 'comment',
  history: () => true,
  erase: ({ status }) => status !== 'withdrawn',
};

/** The actions, in the order of their buttons. */
export const ACTIONS = Object.keys(POSSIBLE);

/** Whether the service would accept an action on a comment at present. */
export const isPossible = (action, comment) => POSSIBLE[action](comment);

/** Look of an action that is neither the main one nor plain. */
export const LOOKS = { publish: 'primary', keep: 'primary', history: 'quiet', erase: 'danger' };
