/* Joins lines that a program broke within a sentence: copies of PDF files, and mails. */

/** Fewer broken lines than this may be chance. */
const ENOUGH = 3;

/** An English line that goes on in the next one. */
const isBrokenInWords = (line: string, next: string): boolean =>
  line.length > 45 && /[\w,–-]$/u.test(line) && /^[a-z(“"]/u.test(next);

/** Columns that a line takes: a Chinese character takes two. */
const columnsOf = (line: string): number =>
  [...line].length + [...line].filter((sign) => sign > '\u2e80').length;

/** The columns at which Chinese lines were broken; 0 if they were not. */
function columnsAt(lines: readonly string[]): number {
  let columns = 0;
  for (const line of lines) columns = Math.max(columns, columnsOf(line));
  const broken = lines.filter((line) => isFull(line, columns));
  return columns <= 120 && broken.length >= ENOUGH ? columns : 0;
}

/** A Chinese line of the full width that ends within a sentence. */
const isFull = (line: string, columns: number): boolean =>
  line.length > 20 && columnsOf(line) >= columns - 5 && /[\p{Script=Han}，、；;,]$/u.test(line);

/** Joins broken lines. Blank lines, and lines of a list, begin anew. */
export function unbroken(lines: readonly string[]): string[] {
  const bare = lines.map((line) => line.trim());
  const columns = columnsAt(bare);
  const joined: string[] = [];
  let last = '';
  lines.forEach((line, index) => {
    const text = bare[index]!;
    const isNew = /^[（(]?[一二三四五六七八九十\d]+[）)、.．]/u.test(text) || /^\u3000/u.test(line);
    const isWide = !!columns && isFull(last, columns) && !!text && !isNew;
    if (isWide) joined.push(joined.pop()! + text);
    else if (text && isBrokenInWords(last, text)) joined.push(`${joined.pop()!.trim()} ${text}`);
    else joined.push(line);
    last = text;
  });
  return joined;
}
