import { CustomsDutyList } from './duty-list.js';

CustomsDutyList.define();

// Exports the types of the tag and of its events.
export type { CustomsDutyList } from './duty-list.js';
