import { parseWith, type ParseResult } from './parse.js';
import { agencyWith, duties, links, profile, ranks } from './schema.js';

/** An agency with all its parts. */
export const AgencySchema = agencyWith({ ...profile, ...duties, ...ranks, ...links });

/**
 * Turns a JSON value into an agency, or says everything that is wrong with it.
 *
 * @param value - what `JSON.parse` returned
 */
export const parse = (value: unknown): ParseResult => parseWith(AgencySchema, value);
