/* What the package exports under its own name. Importing it registers nothing. */
export { explain, parse } from './agency/parse/parse.js';
export type { ParseOptions, ParseResult } from './agency/parse/parse.js';
export * from './library.js';
