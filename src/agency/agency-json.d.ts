/* Type of the built-in data sets, which are JSON files. */
import type { Agency } from './model.js';

declare const agency: Agency;
export default agency;
