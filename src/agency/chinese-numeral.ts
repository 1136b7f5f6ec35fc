const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/**
 * Writes a whole number in Chinese numerals, as lists and laws number their items: 10 → 十, 13 → 十三,
 * 105 → 一百零五. Numbers outside 1 to 9999 stay in digits.
 */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  let numeral = '';
  let rest = value;
  // Goes from the last digit to the first. Trailing zeros are not written, other zeros in a row
  // once.
  for (let place = 0; rest > 0; place += 1) {
    const digit = rest % 10;
    if (digit) numeral = DIGITS[digit]! + UNITS[place]! + numeral;
    else if (numeral && !numeral.startsWith('零')) numeral = `零${numeral}`;
    rest = Math.floor(rest / 10);
  }
  return value >= 10 && value < 20 ? numeral.slice(1) : numeral;
}
