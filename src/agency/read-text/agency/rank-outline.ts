/*
 * Ranks as laws and offices write them in running text: “关衔设五等十三级。分别为一等：海关总监、…；二等：
 * 关务监督（一级、二级、三级）；…”, “（二）警监：一级、二级、三级；…”.
 */
import { chineseValue, numberOf, splitAtNumbers } from '../numbers.js';
import { withoutBlanks } from '../punctuation.js';
import { sentencesOf } from '../sentences.js';

/** Ranks of one grade, highest first. */
export interface OutlinedTier {
  readonly id: string;
  readonly label?: string;
  readonly name?: string;
  readonly ranks: readonly { readonly id: string; readonly name: string }[];
}

/** A system of ranks, as an outline tells it. */
export interface OutlinedRanks {
  readonly name: string;
  readonly summary?: string;
  /** The law that the text names. */
  readonly source?: { readonly title: string };
  readonly tracks: readonly {
    readonly id: string;
    readonly name?: string;
    readonly article?: number;
    readonly tiers: readonly OutlinedTier[];
  }[];
}

/** Position of a tier: 一等, 第二等, Tier 3, Grade II. */
const LABEL =
  /^(?:第?[一二三四五六七八九十]+等|(?:tier|grade|class|level)\s+\w+|\w+ (?:tier|grade|class))$/iu;

/** True for the position of a tier: 一等. */
export const isTierLabel = (text: string): boolean => LABEL.test(text);

/** A step inside a tier: 一级, 高级, First Class. */
const STEP =
  /^(?:[一二三四五六七八九十特高中初副正]+级|(?:first|second|third|fourth|fifth) class)$/iu;

/** The words before the tiers: 分别为, 设下列五等十三级：. */
const OPENING =
  /(?:分别为|分别是|依次为|(?:共?设|分为?)(?:下列)?[^：:。]{0,12}级[^：:。]{0,20}[：:]|设下列[^：:。]*[：:]|如下[：:]|\b(?:as follows|are):)\s*/iu;

/** A sentence that names a system: 关衔设五等十三级, 管理指挥人员消防救援衔设下列三等十一级. */
const SYSTEM =
  /(?:^|[，。；\n])([^，。；：\n]*?)((?:消防救援|[\p{Script=Han}])衔)(?:级)?(?:共?设|分为|分别|是)/u;

/** Heading of a list of ranks. The word before 衔 names the system. */
export const RANK_HEADING =
  /^(?:[\p{Script=Han}]{0,6}衔(?:级|等级|制度|设置|体系|序列|名称)*|(?:Our )?Ranks?(?: (?:structure|system|list|order|and insignia))?)[：:]?$/iu;

/** A law about ranks, with the article that lists them: 《…警衔条例》第七条. */
const LAW =
  /《([^《》]*衔[^《》]*(?:条例|办法|规定|法))》(?:第([零〇一二三四五六七八九十百]+|\d+)条)?/u;

/** Words that the ranks of a career begin with: 在消防救援衔前冠以“专业技术”. */
const PREFIX = /冠以“([^”]+)”/u;

const list = (text: string): string[] =>
  text
    .split(/[、，]|,\s*|\s+and\s+/u)
    .map((part) => withoutBlanks(part).replace(/[。.；;]$/u, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

const withoutNumber = (text: string): string => numberOf(text)?.rest ?? text;

/** A tier before its ranks have identifiers. */
export interface Tier {
  label?: string;
  name?: string;
  ranks: string[];
}

const fullName = (step: string, name: string): string =>
  /^[A-Za-z]/u.test(name) ? `${name}, ${step}` : step + name;

/** Reads a tier: “二等：关务监督（一级、二级）”, “警监：一级、二级”, “总长、副总长”. */
export function tierOf(text: string): Tier | undefined {
  const numbered = numberOf(text)?.rest ?? text;
  const [first = '', ...others] = numbered.split(/[：:]\s*/u);
  const head = withoutBlanks(first);
  const isLabel = LABEL.test(head);
  const body = others.length ? others.join('：') : isLabel ? '' : head;
  const grouped = /^([^（(、，,]+)[（(]([^）)]+)[）)]$/u.exec(
    body.replace(/[。.；;]+$/u, '').trim(),
  );
  const label = isLabel ? { label: head } : {};
  // 二等：警监：一级、二级、三级
  if (isLabel && others.length > 1) return { ...label, ...(tierOf(body) ?? { ranks: [] }) };
  if (grouped) {
    const name = withoutBlanks(grouped[1]!);
    return { ...label, name, ranks: list(grouped[2]!).map((step) => fullName(step, name)) };
  }
  const parts = list(body);
  if (!parts.length) return undefined;
  // 二等：警监，一级、二级、三级
  const [collective = '', ...steps] = parts;
  if ((isLabel || !others.length) && steps.length && !STEP.test(collective)) {
    if (steps.every((step) => STEP.test(step)))
      return {
        ...label,
        name: collective,
        ranks: steps.map((step) => fullName(step, collective)),
      };
  }
  if (isLabel || !others.length) return { ...label, ranks: parts };
  return {
    name: head,
    ranks: parts.map((part) => (STEP.test(part) ? fullName(part, head) : part)),
  };
}

/** Splits an outline into the texts of its tiers: at numbers, at semicolons, at line breaks. */
function tiersOf(text: string): Tier[] {
  // A full stop ends the outline; what follows is about something else.
  const tiers = text
    .split(/[；;\n]/u)
    .flatMap(splitAtNumbers)
    .flatMap((part) => sentencesOf(part).slice(0, 1))
    .map(tierOf)
    .filter((tier) => tier !== undefined);
  // Names one below the other are ranks of one tier.
  const isList = tiers.every(({ label, name, ranks }) => !label && !name && ranks.length === 1);
  return isList && tiers.length ? [{ ranks: tiers.flatMap(({ ranks }) => ranks) }] : tiers;
}

/** Takes the heading off a list of ranks: 警衔设置, Rank structure. */
function withoutHeading(text: string): { heading: string; list: string } {
  const [first = '', ...lines] = text.split('\n');
  const isHeading = lines.length > 0 && RANK_HEADING.test(withoutNumber(first));
  return isHeading ? { heading: first, list: lines.join('\n') } : { heading: '', list: text };
}

const articleOf = (number: string): number => Number(number) || chineseValue(number);

/** True for a text that names a law about ranks. */
export const namesRankLaw = (text: string): boolean => LAW.test(text);

/** True for the line before the tiers: “警衔设下列五等十三级：”. */
export const isRankOpening = (text: string): boolean =>
  /衔|\branks?\b/iu.test(text) && /[：:]$/u.test(text) && OPENING.test(text);

/** True for a text that has an outline of ranks: at least two tiers after its opening words. */
export function isRankOutline(text: string): boolean {
  if (!/衔|\branks?\b/iu.test(text)) return false;
  const start = OPENING.exec(text);
  return !!start && tiersOf(text.slice(start.index + start[0].length)).length > 1;
}

/** Splits a text of several careers before each sentence that names a system. */
function careersOf(text: string): { name: string; system: string; text: string }[] {
  const found: { name: string; system: string; start: number }[] = [];
  const everywhere = new RegExp(SYSTEM.source, 'gu');
  for (const match of text.matchAll(everywhere)) {
    if (!OPENING.test(text.slice(match.index))) continue;
    found.push({ name: withoutNumber(match[1]!.trim()), system: match[2]!, start: match.index });
  }
  const outlined = found.filter(({ start }, index) =>
    OPENING.test(text.slice(start, found[index + 1]?.start)),
  );
  if (!outlined.length) return [{ name: '', system: '', text }];
  return outlined.map(({ name, system, start }, index) => ({
    name,
    system,
    text: text.slice(index ? start : 0, outlined[index + 1]?.start),
  }));
}

/**
 * Reads an outline. A text without one gives one tier with what it lists, so that nothing a person
 * marked as ranks is lost; `undefined` for a text that lists nothing.
 */
export function ranksOf(whole: string): OutlinedRanks | undefined {
  const { heading, list: text } = withoutHeading(whole);
  const careers = careersOf(text);
  const [, law, article] = LAW.exec(text) ?? [];
  let tierCount = 0;
  let rankCount = 0;
  const tracks = careers.map(({ name, text: part }, index) => {
    const start = OPENING.exec(part);
    const tiers = tiersOf(start ? part.slice(start.index + start[0].length) : part);
    const prefix = (start && PREFIX.exec(start[0])?.[1]) ?? '';
    return {
      id: careers.length > 1 ? `track-${index + 1}` : 'ranks',
      ...(careers.length > 1 && name ? { name } : {}),
      ...(careers.length === 1 && article ? { article: articleOf(article) } : {}),
      tiers: tiers.map(({ ranks, ...tier }) => ({
        id: `tier-${(tierCount += 1)}`,
        ...tier,
        ranks: ranks.map((rank) => ({ id: `rank-${(rankCount += 1)}`, name: prefix + rank })),
      })),
    };
  });
  if (!rankCount) return undefined;
  const start = OPENING.exec(text);
  const before = start && careers.length === 1 ? text.slice(0, start.index) : '';
  // Words that only lead to the list are no summary.
  const summary = sentencesOf(before)
    .filter((sentence) => /[。.]$/u.test(sentence))
    .join('');
  return {
    name:
      careers[0]!.system ||
      /(?:消防救援|\p{Script=Han})衔/u.exec(heading)?.[0] ||
      (/[A-Za-z]{4}/u.test(text) ? 'Ranks' : '衔级'),
    ...(summary ? { summary } : {}),
    ...(law ? { source: { title: law } } : {}),
    tracks: tracks.filter(({ tiers }) => tiers.length),
  };
}
