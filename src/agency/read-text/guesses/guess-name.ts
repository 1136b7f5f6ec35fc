import type { Block } from '../blocks/block.js';
import { isBody } from '../pieces/organisations.js';
import type { Piece } from '../pieces/pieces.js';
import { sentencesOf } from '../sentences.js';
import { simplified } from '../simplified.js';

/** A name, and the text that it was found in if that is longer. */
export interface FoundName {
  readonly text: string;
  readonly from?: string;
}

/** Sites whose own name ends the titles of their pages. */
const SITES = /^(?:GOV\.UK|USAGov|USA\.gov|.*门户网站|.*政务网|.*人民政府网|.*\.gov(?:\.\w+)?)$/iu;

const CHINESE_SUBJECT =
  /^(?:第[一二三四五]条\s*)?([\p{Script=Han}（）()]{2,30}?)(?:（[^）]*）)?(?:是|为|系|贯彻落实|始建于|成立于|创建于|创办于|建院于|建校于|位于)/u;

/** An office that a sentence says to be set up: 设立福建省人民政府办公厅. */
const FOUNDED = /(?:设立|组建|成立)([\p{Script=Han}]{3,30}?)(?=[（，。])/u;

const ENGLISH_SUBJECT =
  /^(?:The\s+)?((?:U\.S\.|[A-Z][\w'’&-]*|of|and|the|for|on|in|to|&)(?:,?\s+(?:U\.S\.|[A-Z][\w'’&-]*|of|and|the|for|on|in|to|&))*)(?:\s+\([^)]*\))?,?\s+(?:is|are|was|would|has|[a-z]{2,}s)\b/u;

const OWNER =
  /(?:主办(?:单位)?[：:]|版权所有[：:]?|Copyright|©)[^\p{Script=Han}]*([\p{Script=Han}]{3,30})/iu;

/** Finds the subject of a sentence that says what the agency is. */
export function subjectOf(sentence: string): string | undefined {
  const plain = simplified(sentence);
  const chinese = [CHINESE_SUBJECT, FOUNDED]
    .map((words) => words.exec(plain))
    .find((match) => match && isBody(match[1]!));
  const found = chinese
    ? sentence.slice(chinese.index + chinese[0].indexOf(chinese[1]!)).slice(0, chinese[1]!.length)
    : ENGLISH_SUBJECT.exec(sentence)?.[1];
  return found && isBody(found) ? found : undefined;
}

/** Parts of the title of a page: “About us - HM Revenue & Customs - GOV.UK”. */
const partsOf = (title: string): string[] =>
  title
    .split(/\s*(?:[|_｜]|——|\s[-–—·:]\s|-(?=\p{Script=Han}))\s*/u)
    .map((part) => part.trim())
    .filter((part) => part && !SITES.test(part));

/** Who owns the site, as its foot says. It is the last resort, because it may be a superior office. */
const ownersOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ text }) => {
    const found = OWNER.exec(text)?.[1];
    return found && isBody(found) ? [found] : [];
  });

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/**
 * Guesses the name of the agency: from its label, from what headings have in common, from a heading
 * or the title, from the first sentence. A longer name that ends with the found one is the full one.
 */
export function nameIn(pieces: readonly Piece[], blocks: readonly Block[]): FoundName | undefined {
  const given = pieces.flatMap(({ labelled = [] }) => labelled).find(({ role }) => role === 'name');
  if (given) return { text: given.value };
  const main = pieces.filter(({ block }) => !block.aside || block.kind === 'heading');
  const headings = main.filter(({ block, isProse }) => block.kind !== 'title' && !isProse);
  const subjects = headings.flatMap(({ heading }) => heading?.subject ?? []);
  const lines = headings.filter(({ heading, text }) => !heading && isBody(text));
  const titles = pieces
    .filter(({ block }) => block.kind === 'title')
    .flatMap(({ text }) => partsOf(text))
    .filter(isBody);
  const sentences = main
    .filter((piece) => piece.isProse)
    .flatMap(({ text }) => sentencesOf(text).slice(0, 2));
  const spoken = sentences.flatMap((sentence) => subjectOf(sentence) ?? []);
  const common = mostFrequent(subjects);
  const first = headings.find(({ block: { level, aside } }) => level === 1 && !aside);
  const titled = first?.heading ? first.heading.subject : first && isBody(first.text) && first.text;
  const candidates = [
    // The name of a site may stand above the page of one of its offices.
    ...(common && spoken.includes(common) ? [common] : []),
    ...(titled ? [titled] : []),
    ...(common ? [common] : []),
    ...lines
      .filter(
        ({ block, number }) => (block.kind === 'heading' || block === pieces[0]?.block) && !number,
      )
      .map(({ text }) => text),
    ...spoken.slice(0, 1),
    ...titles,
    ...(first && !first.heading ? [first.text] : []),
    ...lines.map(({ text }) => text),
    ...ownersOf(blocks),
  ];
  const fallback = main.find(({ block, heading }) => block.kind === 'heading' && !heading);
  const short = candidates[0] ?? fallback?.text;
  if (!short) return undefined;
  const text =
    [...candidates, ...titles].find((one) => one !== short && one.endsWith(short) && isBody(one)) ??
    short;
  if (pieces.some((piece) => piece.text === text)) return { text };
  const from = pieces.find((piece) => piece.text.includes(text))?.text;
  return from ? { text, from } : { text };
}
