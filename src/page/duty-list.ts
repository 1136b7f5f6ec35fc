/* The script file for the duties alone. */
import { CustomsDutyList } from '../elements/duty-list/duty-list.js';
import { start } from './start.js';

start([CustomsDutyList]);
