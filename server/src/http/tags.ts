/* Tags of answers: a client that has the answer already need not be sent it again. */

/** Whether the header If-None-Match names a tag. */
export const isKnown = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag);
