/* What stands on a whole page: each element with its options, and the data that it needs. */
import type { Agency } from 'customs-widgets';
import { isOwnData, shownBy, type Choices } from '../choices.js';
import { situationOf } from '../snippets/situation.js';
import type { Facts, Situation, Widget, Widgets } from '../types.js';

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

/** On a whole page, what the agency does not have takes no space. */
export const HIDDEN = { 'hide-when-empty': true } as const;

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

/** True if the page names the file with the data. */
export const usesDataFile = (choices: Choices): boolean =>
  isOwnData(choices) && choices.place === 'file' && choices.form !== 'html';

/** True if the first element is the heading of the page. */
export const isHeading = ({ name }: Widget, { attributes }: Choices): boolean =>
  (name === 'profile-card' || name === WHOLE) && !attributes['heading-level'];

/** Collects what the snippet of each element is made from. The page says the language. */
export function situationsOf(choices: Choices, facts: Facts): readonly Situation[] {
  return widgetsOf(choices, facts.elements).map((widget, index) => {
    const shared: Choices = {
      ...choices,
      ...(usesDataFile(choices) && { data: 'src' as const }),
      attributes: {
        ...choices.attributes,
        ...(usesDataFile(choices) && { src: DATA_FILE }),
        ...(widget.agency && widget.name !== WHOLE && HIDDEN),
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
    const situation = situationOf(shared, own, widget);
    return { ...situation, pairs: situation.pairs.filter(([name]) => name !== 'lang') };
  });
}
