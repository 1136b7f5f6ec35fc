/*
 * Han characters that pass for one of those in the reserved names. Unicode's list of confusables, which
 * `unhomoglyph` reads, has almost none of them.
 */

/**
 * Other forms of the same character: traditional, Japanese and old ones. They are from Unihan 15.0, the fields
 * kSimplifiedVariant, kTraditionalVariant and kSemanticVariant; 総 and 庁 are the Japanese forms, which Unihan does
 * not link to the simplified ones. Left out are 寡, 穎, 亻 and 髮, which readers take for other characters.
 */
const VARIANTS: Record<string, string> = {
  管: '筦',
  员: '員',
  版: '板',
  作: '𠈨',
  系: '係繫',
  统: '統綂',
  关: '關闗関',
  总: '總摠搃𢰾緫縂総',
  缉: '緝',
  认: '認',
  证: '證証',
  网: '網罔㓁',
  编: '編',
  发: '發',
  办: '辦',
  厅: '廳庁',
  热: '熱𤍠',
  线: '線缐綫',
  长: '長',
};

/**
 * Other characters that are drawn almost alike: one stroke, or one small part, differs at the size of a name in a
 * list. Only those that make no ordinary name or word in the place where the reserved name has the right one: 美 is
 * left out beside 关, because 海美 is a name, and 宫 beside 官, because 宫方 begins one.
 */
const DRAWN_ALIKE: Record<string, string> = {
  // The part on the right or below stays, the one beside it or above changes.
  海: '悔晦诲',
  理: '埋里哩狸',
  署: '暑罯',
  缉: '辑輯',
  // The top differs: grass for bamboo.
  管: '菅',
  // The top differs: 口 without its bottom, or another stroke for it.
  员: '贠負',
  // A stroke bends the other way, or there is one more.
  人: '入亼𠆢',
  工: '土エ',
};

const canonical = new Map(
  [VARIANTS, DRAWN_ALIKE].flatMap((table) =>
    Object.entries(table).flatMap(([kept, others]) =>
      [...others].map((other): [string, string] => [other, kept]),
    ),
  ),
);

/** Writes each look-alike as the character of the reserved names that it passes for. */
export const levelHan = (text: string): string =>
  [...text].map((character) => canonical.get(character) ?? character).join('');
