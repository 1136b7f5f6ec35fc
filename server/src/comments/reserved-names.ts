/* Names that only the site itself may speak under. */
import unhomoglyph from 'unhomoglyph';

/** Refused anywhere in a name, because Chinese has no spaces between words. */
const RESERVED_PARTS = [
  '管理员',
  '管理員',
  '版主',
  '官方',
  '客服',
  '工作人员',
  '工作人員',
  '系统消息',
  '系統消息',
  '海关总署',
  '海關總署',
];

/** Refused as a whole word only: "Badminton" contains one of them and is a fine name. */
const RESERVED_WORDS = ['admin', 'administrator', 'moderator', 'official', 'root', 'system'];

/** Gives names that look alike one spelling: width, case, marks and letters of other scripts are levelled. */
const skeleton = (name: string): string =>
  unhomoglyph(
    name
      .normalize('NFKD')
      .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
      .toLowerCase(),
  ).toLowerCase();

/** The same, letters and digits only. */
const joined = (name: string): string => skeleton(name).replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a name, with digits read as letters, and the whole name without spaces: "a d m i n". */
function wordsOf(name: string): string[] {
  const letters = skeleton(name).replace(/0/g, 'o').replace(/[1i|]/g, 'l');
  return [...letters.split(/[^\p{L}]+/u), letters.replace(/[^\p{L}]/gu, '')];
}

/**
 * Says whether a name is kept for the site.
 *
 * @param more - further names of the site's own
 */
export function isReservedName(name: string, more: readonly string[]): boolean {
  const whole = joined(name);
  const parts = [...RESERVED_PARTS, ...more].map(joined).filter(Boolean);
  if (parts.some((part) => whole.includes(part))) return true;
  const reserved = new Set(RESERVED_WORDS.flatMap(wordsOf));
  return wordsOf(name).some((word) => reserved.has(word));
}
