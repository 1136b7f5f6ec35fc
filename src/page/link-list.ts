/* The script file for the links alone. */
import { CustomsLinkList } from '../elements/link-list/link-list.js';
import { start } from './start.js';

start([CustomsLinkList]);
