/* Basic values of an agency: their format, and their source. */

/** Text that is not blank.
 * @pattern \S
 * @examples ["ABC"] */
export type Words = string;

/** Lower-case name that identifies something.
 * @pattern ^[a-z][a-z0-9-]*$
 * @examples ["duty-1"] */
export type Identifier = string;

/** BCP 47 tag of a language.
 * @pattern ^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$
 * @examples ["zh-Hans"] */
export type LanguageTag = string;

/** A day, as an ISO 8601 date.
 * @pattern ^\d{4}-\d\d-\d\d$
 * @examples ["2003-02-28"]
 * @check checkDay */
export type Day = string;

/** Address of a web page. Only http and https: a `javascript:` address must never reach a link.
 * @pattern ^[Hh][Tt][Tt][Pp][Ss]?://\S+$
 * @examples ["https://example.org/"]
 * @check checkAddress */
export type WebAddress = string;

/** Number of an article of law.
 * @asType integer
 * @minimum 1 */
export type Article = number;

/** Full years.
 * @asType integer
 * @minimum 0 */
export type Years = number;

/** Where a fact comes from. Every element can show it, so readers can check the text. */
export interface Source {
  /** Title of the document, as printed on it. */
  readonly title: Words;
  /** Publisher of the document. */
  readonly publisher?: Words;
  /** Day of publication, as an ISO 8601 date (`2003-02-28`). */
  readonly date?: Day;
  /** Address of the document: http or https. */
  readonly url?: WebAddress;
  /** What a reader should know before relying on the document, in one sentence. */
  readonly note?: Words;
}
