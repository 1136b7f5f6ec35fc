/* The script file for the ranks alone. */
import { CustomsRankLadder } from '../elements/rank-ladder/rank-ladder.js';
import { start } from './start.js';

start([CustomsRankLadder]);
