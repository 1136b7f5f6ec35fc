import { CustomsCommentBox } from './comment-box.js';

CustomsCommentBox.define();
