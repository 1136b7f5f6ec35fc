import { CustomsRankLadder } from './rank-ladder.js';

CustomsRankLadder.define();

// With it come the types of the tag and of its events.
export type { CustomsRankLadder } from './rank-ladder.js';
