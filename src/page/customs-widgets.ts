/* The script file for everything; as a module it exports what can be imported from npm. */
import * as library from '../index.js';
import { start } from './start.js';

start(
  [
    library.CustomsProfileCard,
    library.CustomsDutyList,
    library.CustomsRankLadder,
    library.CustomsLinkList,
    library.CustomsCommentBox,
    library.CustomsCommentCount,
  ],
  library,
);

export * from '../index.js';
