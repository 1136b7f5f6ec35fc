/* Rendering on a server. Built-in data and strings are read from the files beside the modules. */
import { readFileSync } from 'node:fs';
import { BUILT_IN_AGENCIES, builtInAddress } from '../agency/built-in.js';
import {
  matchLocale,
  provideStrings,
  STRING_FILES,
  type Strings,
} from '../base/language/strings.js';
import {
  languageOf,
  needsData,
  render as renderWithData,
  RenderError,
  type ElementName,
  type RenderOptions,
} from './render.js';

export * from './render.js';

const read = (address: string): unknown => JSON.parse(readFileSync(new URL(address), 'utf8'));

const agencies = new Map<string, object>();

/**
 * Loads a built-in agency.
 *
 * @param name - name of the agency, for example `gacc`
 * @param lang - BCP 47 tag; the closest available language is used
 * @returns the agency, frozen; throws a `RenderError` for an unknown name
 */
export function builtInAgency(name: string, lang = 'zh-Hans'): object {
  const address = builtInAddress(name, matchLocale(lang));
  if (!address) {
    throw new RenderError(`There is no agency "${name}"; use ${BUILT_IN_AGENCIES.join(', ')}.`);
  }
  let agency = agencies.get(address);
  if (!agency) agencies.set(address, (agency = Object.freeze(read(address) as object)));
  return agency;
}

const provided = new Set<string>();

function provideStringsFor(lang: string): void {
  const locale = matchLocale(lang);
  const address = STRING_FILES[locale];
  if (!address || provided.has(locale)) return;
  provideStrings(locale, read(address) as Strings);
  provided.add(locale);
}

/**
 * Renders an element as HTML.
 *
 * @param name - name without a prefix, for example `duty-list`
 * @param options - without `data`, the built-in agency in `attributes.agency` is used; default:
 * `gacc`
 * @returns HTML; throws a `RenderError` for options and data that cannot be rendered
 */
export function render(name: ElementName, options: RenderOptions = {}): string {
  const { attributes = {}, data } = options;
  const lang = languageOf(options);
  provideStringsFor(lang);
  // Without its data, an author must not see another agency.
  if (data !== undefined || !needsData(name)) return renderWithData(name, options);
  if (attributes['src']) throw new RenderError('With src, give what it leads to as data.');
  const agency = String(attributes['agency'] || 'gacc');
  return renderWithData(name, {
    ...options,
    lang,
    data: builtInAgency(agency, lang),
    attributes: { ...attributes, agency },
  });
}
