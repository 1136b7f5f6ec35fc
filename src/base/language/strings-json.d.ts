/* The type of the translations that come as JSON. */
import type { Strings } from './strings.js';

declare const strings: Strings;
export default strings;
