import { CustomsCommentBox } from './comment-box.js';

CustomsCommentBox.define();

// With it come the types of the tag and of its events.
export type { CustomsCommentBox } from './comment-box.js';
