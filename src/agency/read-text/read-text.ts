/*
 * Reads the text of an agency's own page as an agency, without a DOM. Text or markup becomes blocks,
 * blocks become passages (pieces of text with a guess of what each is), and passages become an
 * agency. A person can correct the passages in between: the editor of an agency does that.
 */
export { agencyOf, type AgencyOptions } from './agency/agency-of.js';
export type { ReadAgency, ReadDuty, ReadLink } from './agency/agency-data.js';
export type { Block, BlockLink } from './blocks/block.js';
export { blocksOfMarkup, type MarkupOptions } from './blocks/blocks-of-markup.js';
export { blocksOfText } from './blocks/blocks-of-text.js';
export type { MarkupNode } from './blocks/markup-node.js';
export { ROLES, type Passage, type Role } from './passage.js';
export { passagesOfAgency } from './agency/passages-of-agency.js';
export { passagesOf } from './guesses/passages-of.js';
