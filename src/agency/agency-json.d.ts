/* The type of the data sets that come as JSON. */
import type { Agency } from './types.js';

declare const agency: Agency;
export default agency;
