import type { AgencyInput } from '../agency/agency-input.js';
import type { Agency } from '../agency/model.js';
import { chooseLanguage } from '../base/language/choice.js';

/** Attributes of an element. `true` writes no value; `false`, `null` and `undefined` omit it. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Options for rendering an element. */
export interface RenderOptions {
  /** Agency, as JSON that follows the published schema. A frozen object is checked only once. Later changes inside it are not noticed. */
  readonly data?: AgencyInput | undefined;
  /** BCP 47 tag of the language. Default: the attribute `lang`, else the language of the data, else `zh-Hans`: the rule of the elements in a browser. */
  readonly lang?: string | undefined;
  /** `shadow`: the element with a declarative shadow root, which the script hydrates. `html`: plain HTML that needs no script. Default: `shadow`. */
  readonly format?: 'shadow' | 'html' | undefined;
  /** Attributes of the element. */
  readonly attributes?: Attributes | undefined;
  /** First part of the element name, as passed to `define`. Default: `customs`. */
  readonly prefix?: string | undefined;
  /** `inline`: a `<style>` element, which the policy of the page has to allow by `nonce` or by the hash of `stylesheetOf`; `agency-page` needs those of the elements that it draws too; not for plain HTML. `none`: no styles. Anything else: address of the folder with the style sheets, which is `dist/cdn`. Default: `inline`, and `none` for plain HTML. */
  readonly styles?: string | undefined;
  /** Nonce of the inline styles. */
  readonly nonce?: string | undefined;
  /** Address of the page around the element: for `qr="page"`, for deep links, and to recognise the page's own links. */
  readonly page?: string | undefined;
  /** HTML inside the element, for browsers without declarative shadow roots. `plain` writes the element as plain HTML. It is not escaped. */
  readonly fallback?: string | undefined;
}

/** Finds the language in which an element is rendered, by the rule of the elements in a browser. */
export function languageOf({ lang, attributes, data }: RenderOptions): string {
  // Attributes and data may be of any form. What is wrong with them is said later.
  const named: unknown[] = [
    lang,
    attributes?.['lang'],
    (data as Partial<Agency> | undefined)?.lang,
  ];
  return chooseLanguage(named.filter((one) => typeof one === 'string'));
}
