/* What the command was called with. */
import { type Options, readOptions } from './environment.js';

/** The options of this run. */
export const options: Options = readOptions();

/** Both processes, or twice the only one. */
export const bothUrls: readonly [string, string] = [options.url, options.second ?? options.url];
