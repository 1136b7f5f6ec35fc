/* Sentences of Chinese and English text. */

/** The end of a sentence: 。！？ with closing quotes, or a full stop before a space and a capital. */
const END = /[。！？]+[”’」』）]*|[.!?]+["”’)]*(?=\s+["“‘(]?[\p{Lu}\d])/gu;

/** Words with a full stop that ends no sentence. */
const SHORTENED =
  /(?:^|[\s(])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|No|Nos|Art|vs|etc|Inc|Ltd|Co|Dept|Gov|Sen|Rep|U\.S|U\.K|e\.g|i\.e)\.$/u;

/** True where brackets or quotes of the text are not closed yet. */
function isInside(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length;
  return (
    count('（') > count('）') ||
    count('“') > count('”') ||
    count('《') > count('》') ||
    count('(') > count(')')
  );
}

/** Splits a text into its sentences. Sentences in brackets and quotes stay together. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(start, end);
    if (isInside(sentence) || SHORTENED.test(sentence)) continue;
    sentences.push(sentence.trim());
    start = end;
  }
  const last = text.slice(start).trim();
  if (last) sentences.push(last);
  return sentences;
}

/** Splits a text into its opening sentence, or its shorter first line, and the rest. */
export function openingOf(text: string): { title: string; text?: string } {
  const [line = ''] = text.split('\n');
  const [title = ''] = sentencesOf(line);
  const rest = text.slice(text.indexOf(title) + title.length).trim();
  return rest ? { title, text: rest } : { title };
}
