import { CustomsCommentCount } from './comment-count.js';

CustomsCommentCount.define();

// Exports the types of the tag and of its events.
export type { CustomsCommentCount } from './comment-count.js';
