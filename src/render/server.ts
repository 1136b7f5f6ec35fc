/*
 * What the package exports for servers. It has the data and strings of the library in it, so that a
 * bundled server needs no files beside it.
 */
import { builtIn, builtInAgencies, keepAgency } from '../agency/built-in.js';
import type { AgencyInput } from '../agency/agency-input.js';
import { matchLocale, provideStrings, type Strings } from '../base/language/strings.js';
import { AGENCIES, STRINGS } from './carried.js';
import { checkOptions } from './check-options.js';
import {
  languageOf,
  needsData,
  render as renderWithData,
  renderShadowRoot as renderShadowRootWithData,
  RenderError,
  type ElementName,
  type RenderOptions,
} from './render.js';

export * from './render.js';

for (const [locale, strings] of Object.entries(STRINGS)) provideStrings(locale, strings as Strings);
for (const [name, languages] of Object.entries(AGENCIES)) {
  for (const [locale, agency] of Object.entries(languages)) {
    keepAgency(name, locale, Object.freeze(agency as AgencyInput));
  }
}

/**
 * Returns a built-in agency.
 *
 * @param name - name of the agency, for example `gacc`
 * @param lang - BCP 47 tag; the closest available language is used
 * @returns the agency, frozen; throws a `RenderError` for an unknown name
 */
export function builtInAgency(name: string, lang = 'zh-Hans'): AgencyInput {
  const set = builtIn(name, matchLocale(lang));
  if (set && 'given' in set) return set.given;
  throw new RenderError(`There is no agency "${name}"; use ${builtInAgencies().join(', ')}.`);
}

/** Checks options, and completes those without data by the built-in agency. */
function complete(name: ElementName, options: RenderOptions): RenderOptions {
  checkOptions(options);
  const { attributes = {}, data } = options;
  // Without its data, an author must not see another agency.
  if (data !== undefined || !needsData(name)) return options;
  if (attributes['src']) throw new RenderError('With src, give what it leads to as data.');
  const agency = String(attributes['agency'] || 'gacc');
  const lang = languageOf(options);
  return {
    ...options,
    lang,
    data: builtInAgency(agency, lang),
    attributes: { ...attributes, agency },
  };
}

/**
 * Renders an element as HTML.
 *
 * @param name - name without a prefix, for example `duty-list`
 * @param options - without `data`, the built-in agency in `attributes.agency` is used; default:
 * `gacc`
 * @returns HTML; throws a `RenderError` for options and data that cannot be rendered
 */
export const render = (name: ElementName, options: RenderOptions = {}): string =>
  renderWithData(name, complete(name, options));

/**
 * Renders what is inside the shadow root of an element, for code that writes the tag and
 * `<template shadowrootmode="open">` itself, as components of frameworks do.
 *
 * @param options - as of `render`
 * @returns HTML; empty for elements that show comments; throws a `RenderError` as `render` does
 */
export const renderShadowRoot = (name: ElementName, options: RenderOptions = {}): string =>
  renderShadowRootWithData(name, complete(name, options));
