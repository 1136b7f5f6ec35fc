/* Names that only the site itself may speak under. */
import unhomoglyph from 'unhomoglyph';
import { levelHan } from './han-look-alikes.js';

/** Refused anywhere in a name, because Chinese has no spaces between words. */
const RESERVED_PARTS = [
  '管理员',
  // 官 for 管 is no look-alike elsewhere: it stands in 官方.
  '官理员',
  '版主',
  '官方',
  '客服',
  '工作人员',
  '系统消息',
  '小编',
  '网站',
  '认证',
  '发言人',
  '办公厅',
  '总署',
  '缉私',
  '12360热线',
];

/** Refused at the end of a name: 王关长 is an officer's title, and 关长生 a person's name. */
const RESERVED_ENDS = ['关长', '署长', '关员'];

/** 海关 anywhere, but not in the name of a Guan from Shanghai: 上海关羽. */
const CUSTOMS_PART = /(?<!^上)海关/u;

/** Refused as a whole word only: "Badminton" contains one of them and is a fine name. */
const RESERVED_WORDS = [
  'admin',
  'administrator',
  'moderator',
  'webmaster',
  'official',
  'verified',
  'root',
  'system',
  'gacc',
  'haiguanzongshu',
  'zhongguohaiguan',
];

/** Refused at both ends of a word, too: "ChinaCustoms", "CustomsHotline". */
const CUSTOMS_WORD = 'customs';

/** Read as a letter where it stands in a word: "4dmin", "@dmin", "cu$toms". */
const LETTERS: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'l',
  '|': 'l',
  i: 'l',
};

/** What separates the words of a name: everything but letters and what passes for one. Han letters do, too. */
const BETWEEN_WORDS = /[^\p{L}\p{N}@$!|]+|\p{Script=Han}+/u;

/** Levels what differs without a difference in meaning: width, case, marks, characters that nobody sees. */
const levelled = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();

/** Gives what looks alike one spelling, across scripts. */
const skeleton = (text: string): string => levelHan(unhomoglyph(levelled(text)).toLowerCase());

/** The same, letters and digits only. */
const joined = (name: string): string => skeleton(name).replace(/[^\p{L}\p{N}]/gu, '');

/** Reads a word as its letters look: all of it, and without the digits before and after: "admin2026". */
function readingsOf(word: string): string[] {
  const ends = [word, word.replace(/^[\d@$!|]+/, ''), word.replace(/[\d@$!|]+$/, '')];
  return [...ends, word.replace(/^[\d@$!|]+|[\d@$!|]+$/g, '')].map((one) =>
    skeleton(one)
      .replace(/[^a-z]/g, (character) => LETTERS[character] ?? character)
      .replaceAll('i', 'l'),
  );
}

const wordsOf = (name: string): string[] => levelled(name).split(BETWEEN_WORDS).filter(Boolean);

/** Words that stand together, as one: "a d m i n", "example office". */
const runsOf = (words: readonly string[]): string[] =>
  words.flatMap((_, first) =>
    words.slice(first).map((_word, length) => words.slice(first, first + length + 1).join('')),
  );

/** Whether a name is written in Chinese, which has no spaces between words. */
const hasHan = (name: string): boolean => /\p{Script=Han}/u.test(name);

/**
 * Says whether a name is kept for the site.
 *
 * @param more - further names of the site's own; Chinese ones are refused anywhere in a name, others as whole words
 */
export function isReservedName(name: string, more: readonly string[]): boolean {
  const whole = joined(name);
  if (CUSTOMS_PART.test(whole) || RESERVED_ENDS.some((end) => whole.endsWith(end))) return true;
  const parts = [...RESERVED_PARTS, ...more.filter(hasHan)].map(joined);
  if (parts.some((part) => whole.includes(part))) return true;
  const words = wordsOf(name);
  const customs = readingsOf(CUSTOMS_WORD);
  if (
    words
      .flatMap(readingsOf)
      .some((word) => customs.some((part) => word.startsWith(part) || word.endsWith(part)))
  ) {
    return true;
  }
  const own = more.filter((one) => !hasHan(one)).map(joined);
  const reserved = [CUSTOMS_WORD, ...RESERVED_WORDS, ...own].filter(Boolean).flatMap(readingsOf);
  return runsOf(words)
    .flatMap(readingsOf)
    .some((word) => reserved.includes(word));
}
