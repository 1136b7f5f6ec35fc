import { CustomsLinkList } from './link-list.js';

CustomsLinkList.define();
