const CHINESE = '[〇零一二三四五六七八九十百]{1,5}';

/**
 * Number that a document prints before an item: （一）, (1), 一、, 1、, 1., 1), 第一条, 第一，, ① or ㈠. An amount
 * such as 1.5 or a word such as 一级 is none.
 */
export const OWN_NUMBER = new RegExp(
  `^\\s*([（(](?:${CHINESE}|\\d{1,3})[）)]|${CHINESE}[、.．]|\\d{1,3}(?:、|[.．)）](?!\\d))|第(?:${CHINESE}|\\d{1,3})(?:条(?=[\\s\\u3000：:、，])|[，、：])|[①-⒛㈠-㈩])[\\s\\u3000]*`,
);

/** True if a text begins with a number of its own. */
export const hasOwnNumber = (text: string): boolean => OWN_NUMBER.test(text);
