/* What stands on a whole page: each element with its options, and the data that it needs. */
import type { Agency } from 'customs-widgets';
import { isOwnData, shownBy, type Choices } from '../choices.js';
import { insideText, situationOf } from '../snippets/situation.js';
import type { Facts, Situation, Widget, Widgets } from '../types.js';
import { pageFallback } from './fallback.js';

/** Element that draws all others, by their tags. */
export const WHOLE = 'agency-page';

/** Name of the file with the data, beside the page. */
export const DATA_FILE = 'agency.json';

/** Key of the comments on the page, the same under `/` and `/index.html`. */
const THREAD = 'index';

/** Members of an agency that only one element shows. */
const MEMBERS: Readonly<Record<string, keyof Agency>> = {
  'duty-list': 'duties',
  'rank-ladder': 'ranks',
  'link-list': 'links',
};

/** True if an agency has what an element shows. */
export function hasContent({ name }: Widget, agency: Agency): boolean {
  const member = MEMBERS[name];
  const value = member && agency[member];
  return !member || (Array.isArray(value) ? value.length > 0 : value !== undefined);
}

/** True if an agency says more of itself than its summary. */
const hasOverview = ({ overview = [], summary }: Agency): boolean =>
  overview.some((paragraph) => paragraph !== summary);

/**
 * Attributes that an element has on a whole page by itself. A part that is hidden still has the gap
 * around it, so parts that are known to be empty are left out instead.
 */
export function pageAttributes(
  { name, agency: showsAgency }: Widget,
  agency: Agency | undefined,
): Choices['attributes'] {
  if (!showsAgency || name === WHOLE) return {};
  if (!agency) return { 'hide-when-empty': true };
  return name === 'profile-card' && hasOverview(agency) ? { variant: 'full' } : {};
}

/** Members that other elements need in any case. */
const HEAD: readonly string[] = ['$schema', 'id', 'lang', 'asOf', 'source', 'translation', 'name'];

/** Leaves out of an agency what an element does not show, so that nothing stands in a page twice. */
export function shareOf<Data extends object>(agency: Data, widget: string): Data {
  const own = MEMBERS[widget];
  const others = Object.values(MEMBERS);
  if (!own && widget !== 'profile-card') return agency;
  const kept = Object.entries(agency).filter(([name]) =>
    own ? name === own || HEAD.includes(name) : !others.some((other) => other === name),
  );
  return Object.fromEntries(kept) as unknown as Data;
}

/** Elements of the page, in their order. */
export function widgetsOf(choices: Choices, elements: Widgets): readonly Widget[] {
  const whole = choices.whole === 'one' && elements.get(WHOLE);
  return whole ? [whole] : shownBy(choices).flatMap((name) => elements.get(name) ?? []);
}

/** Those of them that have something to show, as far as the agency is known. */
const filledOf = (choices: Choices, { elements, agency }: Facts): readonly Widget[] =>
  widgetsOf(choices, elements).filter((widget) => !agency || hasContent(widget, agency));

/** True if the page names the file with the data. */
export const usesDataFile = (choices: Choices): boolean =>
  isOwnData(choices) && choices.place === 'file' && choices.form !== 'html';

/** True if the first element is the heading of the page. */
const isHeading = ({ name }: Widget, { attributes }: Choices): boolean =>
  (name === 'profile-card' || name === WHOLE) && !attributes['heading-level'];

/** Collects what the snippet of each element is made from. The page says the language. */
export function situationsOf(choices: Choices, facts: Facts): readonly Situation[] {
  return filledOf(choices, facts).map((widget, index) => {
    const shared: Choices = {
      ...choices,
      ...(usesDataFile(choices) && { data: 'src' as const }),
      attributes: {
        ...choices.attributes,
        ...(usesDataFile(choices) && { src: DATA_FILE }),
        ...pageAttributes(widget, facts.agency),
        ...(index === 0 && isHeading(widget, choices) && { 'heading-level': '1' }),
        ...(choices.attributes['endpoint'] && {
          thread: choices.attributes['thread'] || THREAD,
        }),
      },
    };
    const { agency, written } = facts;
    const own: Facts = {
      ...facts,
      agency: agency && shareOf(agency, widget.name),
      written: written && shareOf(written, widget.name),
      heights: undefined,
    };
    const whole = situationOf(shared, own, widget);
    const situation = { ...whole, pairs: whole.pairs.filter(([name]) => name !== 'lang') };
    const fallback = pageFallback(situation, index === 0);
    return { ...situation, fallback, inside: insideText(situation.json, own, fallback) };
  });
}
