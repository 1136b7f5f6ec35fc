/* Basic values of an agency: their format, and their source. */

/** Text with something to see. It has no character that turns the direction of the text around it,
 * and no mark of a file in the wrong encoding.
 * @rule words
 * @pattern ^(?=[\s\S]*[^\s\p{C}\p{DI}])[^\u202A-\u202E\u2066-\u2069\uFFFD]*$ */
export type Words = string;

/** Lower-case name that identifies something.
 * @rule identifier
 * @pattern ^[a-z][a-z0-9-]*$ */
export type Identifier = string;

/** BCP 47 tag of a language.
 * @rule language
 * @pattern ^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$ */
export type LanguageTag = string;

/** A day, as an ISO 8601 date.
 * @pattern ^\d{4}-\d\d-\d\d$
 * @check checkDay */
export type Day = string;

/** Address of a web page. Only http and https: a `javascript:` address must never reach a link.
 * @pattern ^[Hh][Tt][Tt][Pp][Ss]?://\S+$
 * @check checkAddress */
export type WebAddress = string;

/** Address of a link: a web page, a mailbox or a telephone.
 * @pattern ^([Hh][Tt][Tt][Pp][Ss]?://|mailto:|tel:)\S+$
 * @check checkAddress */
export type LinkAddress = string;

/** Number of an article of law.
 * @asType integer
 * @rule article
 * @minimum 1 */
export type Article = number;

/** Full years.
 * @asType integer
 * @rule years
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
