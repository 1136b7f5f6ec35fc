/* Snippets that hold the rendered element: for the script to take over, or as plain HTML. */
import { commandText } from '../install.js';
import { policyText, type Needs } from '../policy.js';
import type { Part, Situation, Written } from '../types.js';
import { library, scriptPolicy } from './library.js';

/** Order in which the command reads attributes: those of the base classes first. */
const GROUPS = ['frame', 'data', 'own'];

/** Stands for the page, whose address nobody knows here. Relative addresses are written as they were. */
const PAGE = 'https://page.invalid/page/';

const withoutPage = (html: string): string =>
  html.split(PAGE).join('').split(new URL('/', PAGE).href).join('/');

/** Writes the element as `render` of the library does. The command prints the same. */
export function rendered(
  situation: Situation,
  format: 'shadow' | 'html',
  styles = situation.choices.styles === 'files' ? situation.folder : undefined,
): string {
  const { element, pairs, prefix, facts } = situation;
  const groupOf = ([name]: (typeof pairs)[number]): number =>
    GROUPS.indexOf(element.attributes.find((attribute) => attribute.name === name)?.group ?? 'own');
  const sorted = [...pairs].sort((one, other) => groupOf(one) - groupOf(other));
  const { lang, ...attributes } = Object.fromEntries(sorted);
  const fallback = element.agency ? 'plain' : situation.fallback;
  const own = element.agency && facts.written && attributes['qr'] !== 'page';
  const html = facts.render(element.name as Parameters<typeof facts.render>[0], {
    data: element.agency ? (facts.written ?? facts.agency) : undefined,
    page: own ? PAGE : undefined,
    lang: typeof lang === 'string' ? lang : situation.lang,
    format,
    prefix,
    attributes,
    styles,
    ...((format === 'shadow' || !element.agency) && { fallback }),
  });
  return own ? withoutPage(html) : html;
}

/** Lists the style sheets in a rendering: those of the element, and of the elements that it draws. */
const sheetsIn = ({ facts, prefix }: Situation, html: string): readonly string[] =>
  Object.keys(facts.files).filter((file) => {
    const name = /^([a-z-]+)\.css$/.exec(file)?.[1];
    return name !== undefined && html.includes(`<${prefix}-${name} `);
  });

/** What a policy needs for rendered styles. `<name>.css` equals the inline styles byte for byte. */
export function styleNeeds(
  { element, choices, folder, facts }: Situation,
  sheets: readonly string[],
): Needs {
  if (!element.agency) return {};
  if (choices.styles === 'files') return { styles: [folder] };
  return { hashes: sheets.map((file) => facts.files[file]?.integrity ?? '') };
}

/** A server rendering, which the script takes over. */
export function asServer(situation: Situation): Written {
  const html = rendered(situation, 'shadow');
  return {
    parts: [
      { kind: 'html', code: `${library(situation)}\n\n${html}` },
      { kind: 'shell', label: 'command', code: commandText(situation, 'shadow') },
    ],
    policy: scriptPolicy(situation, styleNeeds(situation, sheetsIn(situation, html))),
    notes: situation.json ? ['commandJson'] : [],
  };
}

/** Inline styles of plain HTML, which belong in the head of the page. */
export const plainStyles = ({ element, facts }: Situation): string =>
  `<style>${facts.stylesheetOf(element.name as Parameters<typeof facts.render>[0], 'html')}</style>`;

/** Plain HTML. */
export function asHtml(situation: Situation): Written {
  const { choices, element } = situation;
  const code = rendered(situation, 'html');
  const isInline = choices.styles === 'inline' && element.agency;
  const html: readonly Part[] = isInline
    ? [
        { kind: 'html', label: 'styles', code: plainStyles(situation) },
        { kind: 'html', label: 'place', code },
      ]
    : [{ kind: 'html', code }];
  return {
    parts: [...html, { kind: 'shell', label: 'command', code: commandText(situation, 'html') }],
    policy: policyText(styleNeeds(situation, ['plain.css'])),
    notes: situation.json ? ['commandJson'] : [],
  };
}
