/* The script file for the comments alone. */
import { CustomsCommentBox } from '../elements/comment-box/comment-box.js';
import { start } from './start.js';

start([CustomsCommentBox]);
