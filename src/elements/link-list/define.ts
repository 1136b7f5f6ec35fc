import { CustomsLinkList } from './link-list.js';

CustomsLinkList.define();

// Exports the types of the tag and of its events.
export type { CustomsLinkList } from './link-list.js';
