import { CustomsRankLadder } from './rank-ladder.js';

CustomsRankLadder.define();
