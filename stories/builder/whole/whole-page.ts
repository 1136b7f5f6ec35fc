/* Makes a whole page from choices: its files, what to paste into a CMS, and its policy. */
import { pageFormOf, type Choices } from '../choices.js';
import { elementText, escape } from '../markup.js';
import { policyText } from '../policy.js';
import { fetched, libraryTag } from '../snippets/library.js';
import { plainStyles, rendered, styleNeeds } from '../snippets/rendered.js';
import { missing } from '../snippets/situation.js';
import { placeholderText } from '../snippets/with-script.js';
import type { Facts, Missing, Part, Situation } from '../types.js';
import { descriptionOf, documentText, pageCss, stylesheetLink } from './document.js';
import { DATA_FILE, situationsOf, usesDataFile } from './parts.js';
import { readable } from './readable.js';
import type { SiteFile, WholePage } from './types.js';

const STYLES = 'customs-theme.css';

/** Titles of a page whose agency is not known here, because its data is on another site. */
const UNKNOWN = { 'zh-Hans': '机构概况', en: 'About the agency' };

/** Smallest script file with every element of the page. */
function scriptFile(situations: readonly Situation[]): string {
  const [only, ...others] = situations;
  if (only && !others.length) return only.element.name;
  return situations.every(({ element }) => element.agency) ? 'agency' : 'customs-widgets';
}

/** Writes the heading into an element that shows it later, and has no fallback that does. */
function withHeading(situation: Situation, title: string): Situation {
  const heading = `<h1>${escape(title)}</h1>`;
  return { ...situation, inside: `${heading}\n${situation.inside}` };
}

/** Styles of plain HTML: in a file of the folder, or in the page. */
const stylesOf = (situation: Situation): string =>
  situation.choices.styles === 'files'
    ? stylesheetLink(`${situation.folder}plain.css`)
    : plainStyles(situation);

/** Writes the heading of the page and each element, in the chosen form. */
function bodyOf(situations: readonly Situation[], choices: Choices, title: string): string {
  const [first] = situations;
  const isOwn = first?.attributes['heading-level'] === '1';
  const texts = situations.map((situation) => {
    if (choices.form === 'html') return readable(rendered(situation, 'html', 'none'));
    const isBare = isOwn && situation === first && !situation.facts.agency;
    const { tag, pairs, inside } = isBare ? withHeading(situation, title) : situation;
    return choices.form === 'placeholder'
      ? placeholderText({ ...situation, inside })
      : elementText(tag, pairs, inside);
  });
  return [...(isOwn ? [] : [`<h1>${escape(title)}</h1>`]), ...texts].join('\n\n');
}

/** The page can name the file with the data before there is any. */
function ownDataMissing({ data }: Choices, { agency }: Facts): Missing | undefined {
  if (agency) return undefined;
  return data === 'json' || data === 'editor' ? data : undefined;
}

const NOTHING = {
  files: [],
  fragments: [],
  notes: [],
  leftOut: [],
  usesFolder: false,
  isPinned: false,
  hasCopy: false,
};

/** Makes the page, or says what is missing for it. */
export function wholePage(chosen: Choices, facts: Facts): WholePage {
  const choices = { ...chosen, form: pageFormOf(chosen) };
  const chosenOnes = situationsOf(choices, facts);
  // Without comments, the page is whole all the same.
  const situations = chosenOnes.filter((one) => !one.element.comments || !missing(one));
  const leftOut = chosenOnes.flatMap((one) => (one.element.comments && missing(one)) || []);
  const [first] = situations;
  const problem = ownDataMissing(choices, facts) ?? situations.map(missing).find(Boolean);
  if (problem) return { ...NOTHING, problem };
  if (!first) return { ...NOTHING, problem: leftOut[0] ?? 'nothingShown' };

  const { agency } = facts;
  const isHtml = choices.form === 'html';
  const lang = String(choices.attributes['lang'] || agency?.lang || 'zh-Hans');
  const title =
    choices.title.trim() || (agency?.name ?? UNKNOWN[lang.startsWith('en') ? 'en' : 'zh-Hans']);
  const agencies = situations.filter(({ element }) => element.agency);
  const styles = isHtml && agencies[0] ? stylesOf(agencies[0]) : '';
  const library = isHtml ? styles : libraryTag(first, scriptFile(situations));
  const body = bodyOf(situations, choices, title);
  const description = choices.description.trim() || (agency ? descriptionOf(agency) : '');
  const head = [...(isHtml ? [styles] : library.split('\n')), stylesheetLink(STYLES)].filter(
    Boolean,
  );
  const dataFile: readonly SiteFile[] =
    usesDataFile(choices) && agency
      ? [
          {
            name: DATA_FILE,
            kind: 'json',
            code: `${JSON.stringify(facts.written ?? agency, null, 2)}\n`,
          },
        ]
      : [];
  const files: readonly SiteFile[] = [
    ...dataFile,
    {
      name: 'index.html',
      kind: 'html',
      code: documentText({ lang, title, description, head, body }),
    },
    { name: STYLES, kind: 'css', code: pageCss(choices.brand, isHtml ? 'light' : 'light dark') },
  ];
  const needs = isHtml
    ? agencies[0] && styleNeeds(agencies[0], ['plain.css'])
    : { scripts: [first.folder], data: situations.flatMap(fetched) };
  return {
    files,
    fragments: fragmentsOf(choices, library, body),
    policy: policyText(needs ?? {}),
    notes:
      choices.form === 'placeholder' && agencies.some(({ json }) => json)
        ? ['placeholderJson']
        : [],
    leftOut,
    usesFolder: !isHtml || choices.styles === 'files',
    isPinned: library.includes(' integrity='),
    hasCopy: !isHtml && agency !== undefined && agencies.some(({ json }) => !json),
  };
}

/** The page without its frame, for the editor of a content management system. */
function fragmentsOf({ form, styles }: Choices, library: string, body: string): readonly Part[] {
  if (form === 'script') return [];
  const isHtml = form === 'html';
  // A body may have links to style sheets, but no styles.
  if (isHtml && styles === 'files') {
    return [{ kind: 'html', label: 'place', code: `${library}\n\n${body}` }];
  }
  return [
    { kind: 'html', label: isHtml ? 'styles' : 'head', code: library },
    { kind: 'html', label: 'place', code: body },
  ];
}
