/* Writes a complete HTML document, and the style sheet beside it. */
import type { Agency } from 'customs-widgets';
import { TOKENS } from '../../../src/base/styles/token-values.js';
import { brandCss } from '../brand/colours.js';
import { attributesText, escape } from '../markup.js';

export interface DocumentParts {
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  /** Tags of the head, below its title. A style keeps its lines, because a hash names it. */
  readonly head: readonly string[];
  /** Content of `<main>`. */
  readonly body: string;
}

/** Writes a link to a style sheet. */
export const stylesheetLink = (href: string): string =>
  `<link${attributesText([
    ['rel', 'stylesheet'],
    ['href', href],
  ])}>`;

/** Writes the document. */
export function documentText({ lang, title, description, head, body }: DocumentParts): string {
  const lines = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    ...(description ? [`<meta name="description" content="${escape(description)}">`] : []),
    ...head,
  ];
  return `<!doctype html>
<html lang="${escape(lang)}">
<head>
${lines.map((line) => `  ${line}`).join('\n')}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** Longest description that search engines show. */
const LONGEST = 120;

/** Describes the page by the summary of the agency, in whole sentences if they fit. */
export function descriptionOf({ name, summary = '' }: Agency): string {
  const text = summary.replace(/\s+/g, ' ').trim();
  if (text.length <= LONGEST) return text || name;
  const start = text.slice(0, LONGEST);
  const end = Math.max(start.lastIndexOf('。'), start.lastIndexOf('. '));
  return end > 0 ? start.slice(0, end + 1) : `${start.slice(0, LONGEST - 1)}…`;
}

/** Declares a property with a default of the library, and with its dark one where browsers know both. */
function declare(name: string, token: string): string {
  const [light, dark] = TOKENS[token] ?? ['inherit'];
  return `  ${name}: ${light};\n  ${name}: light-dark(${light}, ${dark ?? light});`;
}

/**
 * Writes the style sheet of the page: its layout, and the colour of the office.
 *
 * @param scheme - plain HTML is light only, and its page with it
 */
export const pageCss = (brand: string, scheme: 'light' | 'light dark'): string =>
  `:root {
  color-scheme: ${scheme};
}
body {
  margin: 0;
${declare('color', 'color-text')}
${declare('background', 'color-soft')}
  font: 16px/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif;
}
main {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 24px;
  max-width: 1040px;
  margin: 0 auto;
  padding: 24px 16px;
}
.customs-plain div {
  overflow-x: auto;
}
.customs-plain:lang(zh) ol {
  list-style: cjk-ideographic;
}
${brandCss(brand)}`.trimEnd() + '\n';
