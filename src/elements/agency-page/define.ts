/* Registers the page and the elements that it draws, as the table in src/elements.ts names them. */
import '../comment-box/define.js';
import '../duty-list/define.js';
import '../link-list/define.js';
import '../profile-card/define.js';
import '../rank-ladder/define.js';
import { CustomsAgencyPage } from './agency-page.js';

CustomsAgencyPage.define();

// Exports the types of the tag and of its events.
export type { CustomsAgencyPage } from './agency-page.js';
