/* The script file for the number of comments alone. */
import { CustomsCommentCount } from '../elements/comment-count/comment-count.js';
import { start } from './start.js';

start([CustomsCommentCount]);
