/* The fields of a source, which one passage has on its lines. */
import { ADDRESS, type SourcePart } from '../../src/agency/read-text/agency/source-lines.js';
import { isDay } from './days.js';

export {
  SOURCE_PARTS,
  sourceParts,
  sourceText,
  type SourcePart,
} from '../../src/agency/read-text/agency/source-lines.js';

/** True for a text that its part can have: a day, an address, or any words. */
export const fitsPart = (part: SourcePart, text: string): boolean =>
  !text || (part === 'date' ? isDay(text) : part !== 'url' || ADDRESS.test(text));
