/* Type of the translations, which are JSON files. */
import type { Strings } from './strings.js';

declare const strings: Strings;
export default strings;
