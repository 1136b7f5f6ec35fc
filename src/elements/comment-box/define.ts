import { CustomsCommentBox } from './comment-box.js';

CustomsCommentBox.define();

// Exports the types of the tag and of its events.
export type { CustomsCommentBox } from './comment-box.js';
