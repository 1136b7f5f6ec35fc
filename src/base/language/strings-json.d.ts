/* The type of the translations that come as JSON. */
import type { Strings } from './localization.js';

declare const strings: Strings;
export default strings;
