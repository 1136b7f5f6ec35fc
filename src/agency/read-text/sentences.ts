/* Sentences of Chinese and English text. */

/** The end of a sentence: 。！？ with closing quotes, or a full stop before a space and a capital. */
const END = /[。！？]+[”’」』）]*|[.!?]+["”’)]*(?=\s+["“‘(]?[\p{Lu}\d])/gu;

/** Words with a full stop that ends no sentence. */
const SHORTENED =
  /(?:^|[\s(])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|No|Nos|Art|vs|etc|Inc|Ltd|Co|Dept|Gov|Sen|Rep|U\.S|U\.K|e\.g|i\.e)\.$/u;

/** Longest of these words, with what may stand before it. */
const LONGEST = 8;

/** Brackets and quotes, opening and closing. */
const PAIRS = ['（）', '“”', '《》', '()'] as const;

/** Counts the brackets and quotes that are open, part by part of a sentence. */
class Brackets {
  #open = PAIRS.map(() => 0);

  /** True while one of the parts so far is not closed. */
  get isInside(): boolean {
    return this.#open.some((count) => count > 0);
  }

  add(part: string): void {
    const count = (sign: string): number => part.split(sign).length;
    this.#open = PAIRS.map(
      ([open, close], index) => this.#open[index]! + count(open!) - count(close!),
    );
  }
}

/** Splits a text into its sentences. Sentences in brackets and quotes stay together. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let counted = 0;
  let brackets = new Brackets();
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    // A long sentence is looked at once, part by part.
    brackets.add(text.slice(counted, end));
    counted = end;
    const isShortened = SHORTENED.test(text.slice(Math.max(start, end - LONGEST), end));
    if (brackets.isInside || isShortened) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
    brackets = new Brackets();
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
