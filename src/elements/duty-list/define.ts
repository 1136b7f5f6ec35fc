import { CustomsDutyList } from './duty-list.js';

CustomsDutyList.define();
