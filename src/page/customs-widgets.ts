/* The script file with all elements. As a module, it exports what can be imported from npm. */
import classes from '../elements/all.js';
import * as library from '../index.js';
import { start } from './start.js';

start(classes, library);

export * from '../index.js';
