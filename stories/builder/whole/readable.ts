/* Breaks rendered HTML into lines, so that a webmaster can read the page. */

/** Elements that stand on lines of their own. White space around them shows nowhere. */
const BLOCK =
  /<(\/?)(?:section|div|dl|dt|dd|p|h[1-6]|ol|ul|li|table|caption|thead|tbody|tr|th|td)\b[^>]*>/g;

/** Writes each block on a line of its own, indented by its depth. */
export function readable(html: string): string {
  let result = '';
  let depth = 0;
  let from = 0;
  let isInLine = false;
  const newLine = (): string => (result ? `\n${'  '.repeat(depth)}` : '');
  for (const tag of html.matchAll(BLOCK)) {
    const text = html.slice(from, tag.index);
    if (text.trim()) {
      result += isInLine ? text : newLine() + text.trim();
      isInLine = true;
    }
    from = tag.index + tag[0].length;
    if (tag[1]) {
      depth -= 1;
      result += isInLine ? tag[0] : newLine() + tag[0];
      isInLine = false;
    } else {
      result += newLine() + tag[0];
      depth += 1;
      isInLine = true;
    }
  }
  return result + html.slice(from).trim();
}
