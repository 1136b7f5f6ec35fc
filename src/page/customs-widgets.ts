/*
 * The script file with all elements. As a module, it exports what can be imported from npm, except
 * for the code that reads other forms of data, which loads on demand.
 */
import classes from '../elements/all.js';
import * as library from '../library.js';
import { start } from './start.js';

start(classes, library);

export * from '../library.js';
