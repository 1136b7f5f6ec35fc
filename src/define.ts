/* Registers every element under its own name: the entry of the script tag. */
import { define } from './index.js';

define();

export * from './index.js';
