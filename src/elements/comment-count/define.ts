import { CustomsCommentCount } from './comment-count.js';

CustomsCommentCount.define();

// With it come the types of the tag and of its events.
export type { CustomsCommentCount } from './comment-count.js';
