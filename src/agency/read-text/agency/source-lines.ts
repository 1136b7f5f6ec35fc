/* A source as the lines of one passage: title, publisher, day, address, note. */
import { dayOf } from '../days.js';

/** The parts, in the order of the lines. */
export const SOURCE_PARTS = ['title', 'publisher', 'date', 'url', 'note'] as const;

export type SourcePart = (typeof SOURCE_PARTS)[number];
export type SourceParts = Readonly<Record<SourcePart, string>>;

/** A line that is an address. */
export const ADDRESS = /^https?:\/\/\S+$/i;

function partOf(line: string, taken: ReadonlySet<SourcePart>): SourcePart {
  if (dayOf(line) && !/[^\d\s年月日./-]/u.test(line)) return 'date';
  if (ADDRESS.test(line)) return 'url';
  return taken.has('publisher') ? 'note' : 'publisher';
}

/** Reads the lines of a source. */
export function sourceParts(text: string): SourceParts {
  const all = text.split('\n');
  // A source without a title begins with its day or its address.
  const hasTitle = !['date', 'url'].includes(partOf(all[0] ?? '', new Set()));
  const [title = '', ...lines] = hasTitle ? all : ['', ...all];
  const parts: Record<SourcePart, string> = { title, publisher: '', date: '', url: '', note: '' };
  const taken = new Set<SourcePart>();
  for (const line of lines) {
    const part = partOf(line, taken);
    taken.add(part);
    parts[part] = line;
  }
  return parts;
}

/** Writes the lines. A first line that is empty leaves the place of the title. */
export function sourceText(parts: SourceParts): string {
  const { title, publisher, date, url, note } = parts;
  const lines = [publisher, date, url].filter(Boolean);
  // The second text is the note, so the place of the publisher stays.
  if (note) lines.splice(0, publisher ? 1 : 0, publisher);
  const all = [title, ...lines, ...(note ? [note] : [])];
  return all.some(Boolean) ? all.join('\n') : '';
}
