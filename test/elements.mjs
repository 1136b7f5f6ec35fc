/* The elements of the table, for tests that go through all of them. */
import { ELEMENT_NAMES } from '../.tools/elements.mjs';

const { needsData } = await import('../dist/render/node.js');

/** Elements that show an agency. */
export const AGENCY_ELEMENTS = ELEMENT_NAMES.filter(needsData);

/** Elements that show what a comment service has. */
export const COMMENT_ELEMENTS = ELEMENT_NAMES.filter((name) => !needsData(name));
