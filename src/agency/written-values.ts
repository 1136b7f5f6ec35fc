/* Basic values as people may write them. */

/** Text with something to see, in the right encoding.
 * @rule words
 * @pattern ^(?=[\s\S]*[^\s\p{C}\p{DI}])[^\uFFFD]*$ */
export type WrittenWords = string;

/** A day: `2003-02-28`, `2003/2/28`, `2003.2.28` or `2003年2月28日`.
 * @rule day
 * @pattern ^\d{4}(-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月\d{1,2}日)$
 * @check checkWrittenDay */
export type WrittenDay = string;

/** Address of a site: http or https, or its host alone.
 * @rule site
 * @pattern ^([Hh][Tt][Tt][Pp][Ss]?://\S+|[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?(/\S*)?)$
 * @check checkWrittenSite */
export type WrittenSite = string;

/** Address of a link: http, https, mailto or tel, or relative. No other scheme: a `javascript:`
 * address must never reach a link.
 * @rule address
 * @pattern ^([Hh][Tt][Tt][Pp][Ss]?://\S+|mailto:\S+|tel:\S+|(?![A-Za-z][A-Za-z0-9+.-]*:)\S+)$ */
export type WrittenAddress = string;

/** A link in one line: its name, and its address at the end.
 * @rule link
 * @pattern ^(?:[\s\S]*\s)?(?=\S+\s*$)\S*?(([Hh][Tt][Tt][Pp][Ss]?://|mailto:|tel:|www\.|\.{0,2}/)\S|\S\.s?html?\s*$) */
export type WrittenLink = string;

/** Where a fact comes from. Every element can show it, so readers can check the text. */
export interface SourceData {
  /** Title of the document, as printed on it. */
  readonly title: WrittenWords;
  /** Publisher of the document. */
  readonly publisher?: WrittenWords;
  /** Day of publication. */
  readonly date?: WrittenDay;
  /** Address of the document: http or https. */
  readonly url?: WrittenSite;
  /** What a reader should know before relying on the document, in one sentence. */
  readonly note?: WrittenWords;
}

/** A source. A text is its title. */
export type WrittenSource = WrittenWords | SourceData;
