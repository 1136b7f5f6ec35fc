/* The TypeScript of the builder, for tests in Node. */
import { register } from 'tsx/esm/api';

register();

const builder = (name) => import(`../../../stories/builder/${name}.ts`);
const pages = (name) => import(`../../../stories/pages/${name}.ts`);

export const { DEFAULTS, FORMS, change, fromAddress, toAddress } = await builder('choices');
export const { attributesToWrite, readElements } = await builder('elements');
export const { snippet } = await builder('snippets/snippet');
export const { wholePage } = await builder('whole/whole-page');
export const { moved, toggled } = await builder('whole/content-section');
export const { brandChecks, brandColours, brandCss, readableShade, readColour } =
  await builder('brand/colours');
export const { checkJson } = await pages('json-check');
export const { withAsciiPunctuation } = await pages('json-punctuation');
export const { placeTextOf, sentenceOf } = await pages('json-texts');
export const { languageFor } = await pages('opening-language');
export const { valueText } = await builder('manifest-texts');
export const { readText } = await pages('files');
