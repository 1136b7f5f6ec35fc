/* The type of the data sets that come as JSON. */
import type { Agency } from './model.js';

declare const agency: Agency;
export default agency;
