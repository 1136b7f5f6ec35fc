import { CustomsRankLadder } from './rank-ladder.js';

CustomsRankLadder.define();

// Exports the types of the tag and of its events.
export type { CustomsRankLadder } from './rank-ladder.js';
