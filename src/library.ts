/* What the package and the script file for everything export. Importing it registers nothing. */
import { tagOf } from './elements.js';
import classes from './elements/all.js';

export type { AgencyInput } from './agency/agency-input.js';
export type * from './agency/data.js';
export type * from './agency/model.js';
export type { Finding, Problem, ProblemCode } from './agency/problem.js';
export { AgencyElement } from './base/element/agency-element.js';
export { CustomsElement } from './base/element/customs-element.js';
export type { State } from './agency/state.js';
export type { CustomsEventDetails, CustomsEventMap } from './base/reader/events.js';
export { LOCALES, provideStrings, type Strings } from './base/language/strings.js';
export { provideAgency } from './base/language/provide-agency.js';
export { SOURCE_LOCALE } from './base/language/tags.js';
export type { Numbering } from './base/language/numbering.js';
export type { Theme } from './base/reader/preferences.js';
export { setBasePath } from './library-file.js';
export { VERSION } from './version.js';
export { HttpCaptchaProvider } from './comments/captcha/http-captcha.js';
export type { Engine } from './comments/engines/names.js';
export { HttpCommentProvider } from './comments/engines/http.js';
export type { ServiceAddress } from './comments/engines/http-service.js';
export {
  type FieldProblem,
  ProviderError,
  type ProviderErrorDetails,
  type ProviderErrorKind,
} from './comments/errors.js';
export { StaticCommentProvider } from './comments/engines/static.js';
export type * from './comments/types.js';
export { WalineCommentProvider } from './comments/engines/waline.js';
export * from './elements/all.js';

/** Options of `define`. */
export interface DefineOptions {
  /** First part of the names: `police` gives `<police-rank-ladder>`. Default: `customs`. */
  readonly prefix?: string;
  /** Registry to use. Default: the registry of the page. */
  readonly registry?: CustomElementRegistry;
}

/** Registers all elements, with another prefix if wanted. Names already in use stay as they are. */
export function define({
  prefix = 'customs',
  registry = customElements,
}: DefineOptions = {}): void {
  for (const [name, element] of Object.entries(classes)) {
    element.define(tagOf(name, prefix), registry);
  }
}
