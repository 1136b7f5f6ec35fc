import { CustomsCommentCount } from './comment-count.js';

CustomsCommentCount.define();
