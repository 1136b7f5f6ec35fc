/* Entry of the script tag: registers every element under its own name. */
import { define } from './index.js';

define();

export * from './index.js';
