/**
 * Removes all signs of a kind from the end of a text. A loop, because an expression that ends in `+$`
 * tries a long run of them from each of its places, and takes hours.
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let { length } = text;
  while (length && sign.test(text[length - 1]!)) length -= 1;
  return text.slice(0, length);
}
